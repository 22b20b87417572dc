-- What remains to be cleaned after a record was erased: index segments and heap pages that still hold what no row holds any more.
create table erasure (
  id bigint generated always as identity primary key,
  kind text not null,
  record_id bigint not null,
  chain text not null,
  code text not null,
  at timestamptz not null,
  done_at timestamptz,
  waits_for text
);
create index erasure_open on erasure (id) where done_at is null;
grant select, insert, update on erasure to heliograph_app;

-- The runtime role vacuums by itself what it erased. Before PostgreSQL 17 there is no such right: the owner vacuums then, and the erasure says that it waits for it.
do $$
begin
  if current_setting('server_version_num')::int >= 170000 then
    execute 'grant maintain on power_item, disclosure, subsidy_beneficiary, case_outcome, statute_article, legal_basis, process_step, supervision_point,
      risk_point, control_measure, audit_detail to heliograph_app';
  end if;
end $$;
