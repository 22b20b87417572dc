-- Orders that lists of receipts are asked for without naming a division or programme.
create index subsidy_beneficiary_amount on subsidy_beneficiary (amount, id);
create index subsidy_beneficiary_published on subsidy_beneficiary (published_at, id);

-- The last day on which an article stands, never null, so that "in force" is a range.
alter table statute_article
  add column stands_until date not null generated always as (coalesce(repealed_on - 1, date '9999-12-31')) stored;
