-- What happened to records in public: written in the transaction of the change, read by every pod, forgotten after some days.
create table record_change (
  id bigint generated always as identity primary key,
  -- what followers are shown of the entry: numbers in a row would tell how much happened that they may not see
  uid uuid not null default gen_random_uuid(),
  kind text not null,
  change text not null check (change in ('PUBLISHED', 'CORRECTED', 'FILE_WITHDRAWN', 'WITHDRAWN')),
  record_ids bigint[] not null,
  -- when it holds: at once, or when the publication window opens
  at timestamptz not null,
  -- entries of transactions that were still open when a reader looked are told from those that it has seen: numbers are not given in the order of commits
  xid xid8 not null default pg_current_xact_id()
);
create index record_change_xid on record_change (xid);
create index record_change_at on record_change (at);
grant select, insert, delete on record_change to heliograph_app;
