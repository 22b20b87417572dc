-- Files that editors upload, and how far their import has come. Every pod may go on with a job: its file stands here, in enciphered pieces, until it is done.
create table import_job (
  id bigint generated always as identity primary key,
  word text not null,
  kind text not null,
  organisation text not null references organisation,
  actor text not null,
  role text not null,
  request_id text,
  address_class text,
  file_name text,
  state text not null default 'UPLOADING'
    check (state in ('UPLOADING', 'QUEUED', 'CHECKING', 'READY', 'RUNNING', 'DONE', 'CANCELLED', 'FAILED')),
  -- with the service's own secret it makes the key of the pieces; gone with them
  salt bytea,
  attempts int not null default 0,
  run_id bigint references import_run,
  rows_read bigint not null default 0,
  accepted bigint not null default 0,
  unchanged bigint not null default 0,
  refused bigint not null default 0,
  findings bigint not null default 0,
  failure text,
  failure_message text,
  preview text,
  created_at timestamptz not null default now(),
  checked_at timestamptz,
  confirmed_at timestamptz,
  finished_at timestamptz
);
create index import_job_open on import_job (id) where state in ('UPLOADING', 'QUEUED', 'CHECKING', 'READY', 'RUNNING');
create index import_job_of on import_job (organisation, id);
create index import_job_kept on import_job (finished_at) where salt is not null and finished_at is not null;

-- Pieces of the file (FILE), and of the rows that could not be taken with what is wrong with them (ERRORS).
create table import_chunk (
  job_id bigint not null references import_job,
  part text not null check (part in ('FILE', 'ERRORS')),
  n int not null,
  content bytea not null,
  primary key (job_id, part, n)
);
alter table import_chunk alter column content set storage external;

-- What is wrong with rows (READ, SAVE), and what looks personal in rows that can be taken (PRIVACY). No content but what every report may show.
create table import_problem (
  id bigint generated always as identity primary key,
  job_id bigint not null references import_job,
  source text not null check (source in ('READ', 'SAVE', 'PRIVACY')),
  row_number bigint not null,
  place text not null,
  value text not null,
  reason text not null
);
create index import_problem_of on import_problem (job_id, source, row_number, id);

grant select, insert, update, delete on import_job to heliograph_app;
grant select, insert, delete on import_chunk, import_problem to heliograph_app;

-- The runtime role vacuums by itself what it erased, as V8 says.
do $$
begin
  if current_setting('server_version_num')::int >= 170000 then
    execute 'grant maintain on import_job, import_chunk, import_problem to heliograph_app';
  end if;
end $$;
