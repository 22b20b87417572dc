-- What was done under a key is told by its revision; which edition it was then is asked by nobody.
alter table idempotency drop column edition;
