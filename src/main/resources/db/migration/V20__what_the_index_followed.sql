-- Moves whenever rows leave the outbox, and when an index is replaced: as long as it stands, the index shows what it showed, and an answer that was drawn from it still holds.
create sequence outbox_followed;
-- the first call alone would leave the number where it was
select nextval('outbox_followed');

create function raise_outbox_followed() returns trigger language plpgsql as $$
begin
  perform nextval('outbox_followed');
  return null;
end
$$;

create trigger outbox_followed after delete on outbox for each statement execute function raise_outbox_followed();

grant select, usage on sequence outbox_followed to heliograph_app;
