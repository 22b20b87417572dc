-- How the index follows: claims by lease, and which indices exist.

-- A relay takes outbox rows by a lease, not by holding a transaction open over the network. A relay that dies loses its rows to the next one when the lease ends.
alter table outbox add column locked_until timestamptz;
-- Look once more at records that left a tier, and delete their tombstones when nothing older can still be on its way.
alter table outbox add column sweep boolean not null default false;
-- 0 narrowing, 1 single changes, 2 batches: a large import must not hold up a withdrawal or the publication of one record.
alter table outbox add column urgency smallint not null
  generated always as (case when narrowing then 0 when cardinality(record_ids) <= 20 and not sweep then 1 else 2 end) stored;
drop index outbox_due;
create index outbox_due on outbox (urgency, due_at, id) where not parked;
create index outbox_parked on outbox (id) where parked;

-- Every index that writes have to reach. BUILDING: filled beside the active one, takes writes, answers no search yet.
create table search_index (
  name text primary key,
  prefix text not null,
  kind text not null,
  tier text not null check (tier in ('PUBLIC', 'INTERNAL')),
  state text not null check (state in ('BUILDING', 'ACTIVE')),
  -- of the mapping that the index was created with
  digest text not null,
  created_at timestamptz not null default now()
);
create unique index search_index_active on search_index (prefix, kind, tier) where state = 'ACTIVE';

grant select, insert, update, delete on search_index to heliograph_app;
