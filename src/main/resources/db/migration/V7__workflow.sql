-- What the way from draft to withdrawal needs to know of a revision.
do $$
declare
  records text;
begin
  foreach records in array array['power_item', 'disclosure', 'subsidy_beneficiary', 'case_outcome', 'statute_article'] loop
    execute format('alter table %I
      add column edition int not null default 1,
      add column authors text not null default '''',
      add column review_note text,
      add column scheduled_for timestamptz,
      add check ((stage = ''SCHEDULED'') = (scheduled_for is not null))', records);
    -- no change of any document: their versions stay
    execute format('alter table %I disable trigger %I', records, records || '_version');
    execute format('update %I set authors = case when created_by = changed_by then created_by else created_by || chr(10) || changed_by end', records);
    execute format('alter table %I enable trigger %I', records, records || '_version');
    execute format('create index %I on %I (scheduled_for) where stage = ''SCHEDULED''', records || '_scheduled', records);
  end loop;
end $$;

-- The answer to a mutation that was given a key, so that a repetition changes nothing and gets the same answer. Holds no content.
create table idempotency (
  actor text not null,
  key text not null check (length(key) between 1 and 200),
  request text not null,
  kind text not null,
  record_id bigint not null,
  revision int not null,
  edition int not null,
  at timestamptz not null,
  primary key (actor, key)
);
create index idempotency_at on idempotency (at);
grant select, insert, delete on idempotency to heliograph_app;
