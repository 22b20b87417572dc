-- What signed-in visitors asked to be told of. The account, the address of a webhook and that of letters are personal: they go with the row, and nothing else keeps them.
create table saved_search (
  id uuid primary key default gen_random_uuid(),
  account text not null,
  name text not null,
  -- the arguments of the search, as JSON
  definition text not null,
  created_at timestamptz not null default now()
);
create index saved_search_account on saved_search (account);

create table webhook (
  saved_search uuid primary key references saved_search on delete cascade,
  url text not null,
  secret bytea not null,
  state text not null default 'UNVERIFIED' check (state in ('UNVERIFIED', 'ACTIVE', 'DISABLED')),
  -- coarse on purpose: a finer one would tell whoever asks what answers inside the network
  failure text,
  failures int not null default 0,
  failing_since timestamptz,
  -- when there is something to do; null: nothing
  due_at timestamptz default now(),
  leased_until timestamptz
);
create index webhook_due on webhook (due_at) where due_at is not null;

create table digest (
  saved_search uuid primary key references saved_search on delete cascade,
  rhythm text not null check (rhythm in ('DAILY', 'WEEKLY')),
  email text not null,
  -- unguessable; stands in each letter
  unsubscribe text not null unique,
  due_at timestamptz not null,
  leased_until timestamptz
);
create index digest_due on digest (due_at);

-- What is still to be told: which records, never what they say. That is read anew when it is told.
create table delivery (
  id uuid primary key default gen_random_uuid(),
  number bigint generated always as identity,
  saved_search uuid not null references saved_search on delete cascade,
  channel text not null check (channel in ('WEBHOOK', 'DIGEST')),
  entry uuid not null,
  kind text not null,
  change text not null,
  record_ids bigint[] not null,
  at timestamptz not null
);
create index delivery_queue on delivery (saved_search, channel, number);

-- Of which records a follower has been told: only these learn of a withdrawal.
create table told_record (
  saved_search uuid not null references saved_search on delete cascade,
  channel text not null,
  kind text not null,
  record_id bigint not null,
  at timestamptz not null default now(),
  primary key (saved_search, channel, kind, record_id)
);
create index told_record_by_record on told_record (kind, record_id);
create index told_record_at on told_record (at);

-- How far the log of changes has been read for saved searches, by all pods together.
create table change_position (
  one boolean primary key default true check (one),
  settled text not null,
  looked timestamptz not null,
  returned bigint[] not null
);

-- Changes that wait to be compared with saved searches, until the index knows them.
create table change_to_match (
  number bigint generated always as identity primary key,
  entry uuid not null,
  kind text not null,
  change text not null,
  record_ids bigint[] not null,
  at timestamptz not null,
  due_at timestamptz not null default now(),
  attempts int not null default 0
);

grant select, insert, update, delete on saved_search, webhook, digest, delivery, told_record, change_position, change_to_match to heliograph_app;
