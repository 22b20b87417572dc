-- An imported list is reviewed as one unit: rows know the import that wrote them, and a job takes all of them through a transition.
do $$
declare
  records text;
begin
  foreach records in array array['power_item', 'disclosure', 'subsidy_beneficiary', 'case_outcome', 'statute_article'] loop
    execute format('alter table %I add column import_id bigint', records);
    execute format('create index %I on %I (import_id, id) where import_id is not null', records || '_import', records);
  end loop;
end $$;

create table bulk_job (
  id bigint generated always as identity primary key,
  kind text not null,
  import_id bigint not null references import_run,
  transition text not null,
  withdrawal_kind text,
  actor text not null,
  roles text not null,
  organisation text not null,
  reason text,
  key text not null,
  request_id text,
  address_class text,
  total int not null,
  done int not null default 0,
  refused int not null default 0,
  last_row bigint not null default 0,
  state text not null default 'RUNNING' check (state in ('RUNNING', 'DONE', 'CANCELLED')),
  created_at timestamptz not null default now(),
  finished_at timestamptz,
  unique (actor, key)
);
create index bulk_job_running on bulk_job (id) where state = 'RUNNING';

-- Rows that a job could not take through, with the code of the refusal.
create table bulk_refusal (
  job_id bigint not null references bulk_job,
  row_id bigint not null,
  record_code text not null,
  refusal text not null,
  path text,
  message text not null,
  primary key (job_id, row_id)
);
grant select, insert, update on bulk_job to heliograph_app;
grant select, insert on bulk_refusal to heliograph_app;
