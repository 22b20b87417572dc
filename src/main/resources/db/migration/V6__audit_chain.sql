-- The audit trail becomes a chain of hashes per organisation, and what may have to be erased moves out of it.
--
-- An entry's hash covers its own columns, the hash of the entry before it in its chain, the salted hash of its detail and the hash of the rows of a bulk entry.
-- The runtime role reads; it appends only through audit_append and blanks details only through audit_erase, which both run as the owner.

create table audit_head (
  chain text primary key,
  position bigint not null,
  hash text not null
);

-- What an entry tells beyond the fact: reason, changed fields. Blanked, never deleted, when a record is erased.
create table audit_detail (
  entry_id bigint primary key references audit_entry,
  salt text,
  detail text,
  check ((salt is null) = (detail is null))
);

-- The records of a bulk entry, in order.
create table audit_row (
  entry_id bigint not null references audit_entry,
  n int not null,
  record_id bigint not null,
  revision int not null,
  primary key (entry_id, n)
);
create index audit_row_record on audit_row (record_id);

alter table audit_entry
  add column chain text,
  add column position bigint,
  add column revision int,
  add column edition int,
  add column request_id text,
  add column address_class text,
  add column detail_hash text,
  add column rows_count int not null default 0,
  add column rows_hash text,
  add column previous text,
  add column hash text;

-- Every value with its length in bytes before it, so that no two entries have the same text; absent values are a dash.
create function audit_text(variadic parts text[]) returns text language sql immutable as $$
  select string_agg(case when part is null then '-' else octet_length(part) || ':' || part end, ',' order by n)
  from unnest(parts) with ordinality as each(part, n)
$$;

create function audit_hash(content text) returns text language sql immutable as $$
  select encode(sha256(convert_to(content, 'UTF8')), 'hex')
$$;

create function audit_entry_hash(e audit_entry) returns text language sql immutable as $$
  select audit_hash(audit_text(e.chain, e.position::text, e.previous, (extract(epoch from e.at) * 1000000)::bigint::text, e.actor, e.actor_role, e.organisation,
    e.kind, e.record_id::text, e.revision::text, e.edition::text, e.code, e.transition, e.request_id, e.address_class, e.detail_hash, e.rows_count::text, e.rows_hash))
$$;

-- Puts an entry at the end of its chain; the chain's head is locked until the transaction ends.
create function audit_link(entry bigint) returns void language plpgsql as $$
declare
  e audit_entry;
  head audit_head;
begin
  select * into strict e from audit_entry where id = entry;
  insert into audit_head values (e.chain, 0, '') on conflict do nothing;
  select * into strict head from audit_head where chain = e.chain for update;
  e.position := head.position + 1;
  e.previous := head.hash;
  e.hash := audit_entry_hash(e);
  update audit_entry set position = e.position, previous = e.previous, hash = e.hash where id = entry;
  update audit_head set position = e.position, hash = e.hash where chain = e.chain;
end $$;

create function audit_append(
  p_chain text, p_actor text, p_role text, p_organisation text, p_kind text, p_record bigint, p_revision int, p_edition int, p_code text, p_transition text,
  p_request text, p_address text, p_detail text, p_records bigint[], p_revisions int[]) returns bigint
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  entry bigint;
  salt text := gen_random_uuid()::text;
begin
  insert into audit_entry(at, chain, actor, actor_role, organisation, kind, record_id, revision, edition, code, transition, request_id, address_class, detail_hash,
      rows_count, rows_hash)
    values (clock_timestamp(), p_chain, p_actor, p_role, p_organisation, p_kind, p_record, p_revision, p_edition, p_code, p_transition, p_request, p_address,
      audit_hash(audit_text(salt, p_detail)), cardinality(p_records),
      case when cardinality(p_records) > 0 then (
        select audit_hash(string_agg(record || ':' || revision, ',' order by n)) from unnest(p_records, p_revisions) with ordinality as each(record, revision, n)) end)
    returning id into entry;
  insert into audit_detail values (entry, salt, p_detail);
  insert into audit_row(entry_id, n, record_id, revision)
    select entry, n, record, revision from unnest(p_records, p_revisions) with ordinality as each(record, revision, n);
  perform audit_link(entry);
  return entry;
end $$;

-- Blanks what the trail tells of a record beyond the facts, and says so in an entry of its own.
create function audit_erase(p_chain text, p_actor text, p_role text, p_organisation text, p_kind text, p_record bigint, p_code text) returns bigint
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  blanked text;
begin
  with gone as (
    update audit_detail d set salt = null, detail = null from audit_entry e
    where d.entry_id = e.id and e.kind = p_kind and e.record_id = p_record and d.detail is not null and e.transition <> 'ERASE_TRAIL' returning e.id)
  select coalesce(string_agg(id::text, ',' order by id), '') into blanked from gone;
  return audit_append(p_chain, p_actor, p_role, p_organisation, p_kind, p_record, null, null, p_code, 'ERASE_TRAIL', null, null,
    '{"blanked":[' || blanked || ']}', '{}', '{}');
end $$;

-- The entries there are take their places in the order in which they came.
do $$
declare
  e record;
  salt text;
begin
  for e in select id, organisation, reason, detail from audit_entry order by id loop
    salt := gen_random_uuid()::text;
    insert into audit_detail values (e.id, salt, (e.detail || case when e.reason is null then '{}'::jsonb else jsonb_build_object('reason', e.reason) end)::text);
    update audit_entry set chain = coalesce(e.organisation, ''), detail_hash = (select audit_hash(audit_text(d.salt, d.detail)) from audit_detail d where d.entry_id = e.id)
      where id = e.id;
    perform audit_link(e.id);
  end loop;
end $$;

alter table audit_entry
  drop column reason,
  drop column detail,
  alter column chain set not null,
  alter column detail_hash set not null;
create unique index audit_entry_place on audit_entry (chain, position);
create index audit_entry_at on audit_entry (at, id);

revoke insert on audit_entry from heliograph_app;
revoke execute on function audit_link(bigint) from public;
revoke execute on function audit_append(text, text, text, text, text, bigint, int, int, text, text, text, text, text, bigint[], int[]) from public;
revoke execute on function audit_erase(text, text, text, text, text, bigint, text) from public;
grant select on audit_head, audit_detail, audit_row to heliograph_app;
grant execute on function audit_append(text, text, text, text, text, bigint, int, int, text, text, text, text, text, bigint[], int[]) to heliograph_app;
grant execute on function audit_erase(text, text, text, text, text, bigint, text) to heliograph_app;
