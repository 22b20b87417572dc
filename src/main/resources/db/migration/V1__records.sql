-- Records, reference data, outbox and audit. Runs as the owner; the runtime role heliograph_app gets exactly what it needs at the end of this file.
-- One row per revision of a record: record_id is the identity (the id of its first revision), slot says which of the (at most) two current revisions it is.

create sequence record_id_seq increment by 100;
create sequence row_version_seq;

-- Every write of a record row raises row_version: the one order of events that the index follows.
create function raise_row_version() returns trigger language plpgsql as $$
begin
  new.row_version := nextval('row_version_seq');
  return new;
end $$;

-- ---------------------------------------------------------------- reference data
create table region (
  code text primary key check (code ~ '^[0-9]{12}$'),
  name text not null,
  level text not null check (level in ('NATION','PROVINCE','CITY','COUNTY','TOWNSHIP','VILLAGE')),
  parent text references region,
  path_name text not null
);
create index region_parent on region (parent, code);
insert into region values ('000000000000', '全国', 'NATION', null, '全国');

create table organisation (
  code text primary key check (length(code) between 1 and 64),
  name text not null,
  short_name text,
  kind text not null check (kind in ('GOVERNMENT','PARTY','TOWNSHIP','VILLAGE','INSTITUTION')),
  parent text references organisation,
  region text not null references region
);
create index organisation_region on organisation (region, code);
create index organisation_parent on organisation (parent, code);
insert into organisation values ('NATIONAL', '国家立法机关和国务院', '国家', 'GOVERNMENT', null, '000000000000');

create table working_day (
  day date primary key,
  working boolean not null,
  note text
);

create table subsidy_programme (
  code text primary key check (length(code) between 1 and 64),
  name text not null,
  category text not null,
  organisation text not null references organisation,
  region text not null references region,
  basis text,
  standard text,
  publicity_rule text not null check (publicity_rule in ('FULL','MASKED','HIDDEN')),
  sensitive boolean not null default false,
  valid_from date,
  valid_until date,
  -- a programme whose list names illness, disability or a minor never shows whole names
  check (not (sensitive and publicity_rule = 'FULL'))
);

-- ---------------------------------------------------------------- the part that all records share
create table record_common (
  id bigint not null,
  record_id bigint not null,
  revision int not null check (revision >= 1),
  row_version bigint not null default 0,
  stage text not null check (stage in ('DRAFT','IN_REVIEW','RETURNED','APPROVED','SCHEDULED','PUBLISHED','WITHDRAWN','EXPIRED','SUPERSEDED')),
  slot text not null generated always as (
    case when stage in ('PUBLISHED','WITHDRAWN','EXPIRED') then 'PUBLIC' when stage = 'SUPERSEDED' then 'PAST' else 'WORK' end) stored,
  audience text not null check (audience in ('PUBLIC','INTERNAL','RESTRICTED')),
  code text not null check (length(code) between 1 and 64),
  title text not null check (length(title) between 1 and 500),
  organisation text not null references organisation,
  province text not null default '', city text not null default '', county text not null default '',
  township text not null default '', village text not null default '',
  visible_from timestamptz not null default '9999-12-31T00:00:00Z',
  visible_until timestamptz not null default '9999-12-31T00:00:00Z',
  published_at timestamptz not null default '9999-12-31T00:00:00Z',
  change_note text,
  withdrawn_at timestamptz,
  withdrawal_kind text check (withdrawal_kind in ('GONE','REPLACED','WITHDRAWN','ERASED')),
  withdrawal_reason text,
  successor_id bigint,
  content_hash text not null default '',
  created_at timestamptz not null,
  created_by text not null,
  changed_at timestamptz not null,
  changed_by text not null,
  check ((stage = 'WITHDRAWN') = (withdrawal_kind is not null)),
  check ((stage = 'WITHDRAWN') = (withdrawn_at is not null)),
  check (withdrawal_kind is distinct from 'REPLACED' or successor_id is not null)
);

-- ---------------------------------------------------------------- power items
create table power_item (
  like record_common including all,
  primary key (id),
  foreign key (organisation) references organisation,
  basic_code text,
  category text not null,
  level text not null,
  source text not null,
  grade text check (grade in ('A','B','C')),
  post text, responsible_person text, contact_phone text,
  duties jsonb not null default '[]', accountability jsonb not null default '[]',
  conditions text, materials jsonb not null default '[]',
  statutory_limit jsonb, promised_limit jsonb,
  fees jsonb not null default '[]', discretion jsonb not null default '[]',
  counterpart_rights text, complaint_channel text,
  manner text not null default 'ACTIVE',
  state text not null default 'IN_FORCE', state_reason text,
  effective_from date, effective_until date,
  review_remark text
);
create unique index power_item_public on power_item (record_id) where slot = 'PUBLIC';
create unique index power_item_work on power_item (record_id) where slot = 'WORK';
create unique index power_item_record on power_item (record_id, revision);
create unique index power_item_code on power_item (code, organisation, revision);
create index power_item_published on power_item (published_at, id);
create index power_item_title on power_item (title, id);
create index power_item_organisation on power_item (organisation, code, id);
create index power_item_category on power_item (category, code, id);
create index power_item_county on power_item (county, code, id);
create index power_item_township on power_item (township, code, id);
create trigger power_item_version before insert or update on power_item for each row execute function raise_row_version();

create table legal_basis (
  item_id bigint not null references power_item on delete cascade,
  seq int not null,
  law text not null, article text, text text,
  primary key (item_id, seq)
);
create table process_step (
  item_id bigint not null references power_item on delete cascade,
  seq int not null,
  key text not null, name text not null, post text, handler text, handler_phone text, content text, result text,
  limit_days int, limit_unit text,
  clock_stops jsonb not null default '[]',
  next jsonb not null default '[]',
  primary key (item_id, seq), unique (item_id, key)
);
create table supervision_point (
  item_id bigint not null references power_item on delete cascade,
  seq int not null,
  code text not null, step text not null, content text not null, method text,
  primary key (item_id, seq)
);
create table risk_point (
  item_id bigint not null references power_item on delete cascade,
  seq int not null,
  code text not null, grade text not null check (grade in ('A','B','C')), description text not null,
  step text, post text, holder text,
  primary key (item_id, seq)
);
create table control_measure (
  item_id bigint not null,
  risk_seq int not null,
  seq int not null,
  description text not null, duty text,
  primary key (item_id, risk_seq, seq),
  foreign key (item_id, risk_seq) references risk_point on delete cascade
);

-- ---------------------------------------------------------------- disclosures
create table disclosure (
  like record_common including all,
  primary key (id),
  foreign key (organisation) references organisation,
  category text not null,
  period text,
  form text not null default 'GENERAL',
  manner text not null default 'ACTIVE',
  content text not null, basis text, procedure text, process text, result text,
  attachments jsonb not null default '[]',
  publicity_from date, publicity_until date,
  related jsonb not null default '[]',
  detail jsonb,
  remark text
);
create unique index disclosure_public on disclosure (record_id) where slot = 'PUBLIC';
create unique index disclosure_work on disclosure (record_id) where slot = 'WORK';
create unique index disclosure_record on disclosure (record_id, revision);
create unique index disclosure_code on disclosure (code, organisation, revision);
create index disclosure_published on disclosure (published_at, id);
create index disclosure_organisation on disclosure (organisation, published_at, id);
create index disclosure_category on disclosure (category, published_at, id);
create index disclosure_county on disclosure (county, published_at, id);
create index disclosure_township on disclosure (township, published_at, id);
create index disclosure_village on disclosure (village, published_at, id);
create index disclosure_period on disclosure (period, published_at, id);
create trigger disclosure_version before insert or update on disclosure for each row execute function raise_row_version();

-- ---------------------------------------------------------------- subsidy beneficiaries
create table subsidy_beneficiary (
  like record_common including all,
  primary key (id),
  foreign key (organisation) references organisation,
  programme text not null references subsidy_programme,
  year int not null check (year between 1949 and 2200),
  period text,
  shown_name text not null,
  full_name text not null,
  person_key text,
  bank_tail text,
  household_size int check (household_size >= 0),
  standard text,
  amount numeric(14,2) not null,
  paid_on date not null,
  status text not null default 'PAID',
  cadre_relation text not null default 'NONE',
  cadre_note text,
  evidence text
);
create unique index subsidy_beneficiary_public on subsidy_beneficiary (record_id) where slot = 'PUBLIC';
create unique index subsidy_beneficiary_work on subsidy_beneficiary (record_id) where slot = 'WORK';
create unique index subsidy_beneficiary_code on subsidy_beneficiary (code, organisation, revision);
create index subsidy_beneficiary_township on subsidy_beneficiary (township, programme, year, amount, id);
create index subsidy_beneficiary_township_amount on subsidy_beneficiary (township, amount, id);
create index subsidy_beneficiary_village on subsidy_beneficiary (village, programme, year, amount, id);
create index subsidy_beneficiary_programme on subsidy_beneficiary (programme, year, amount, id);
create index subsidy_beneficiary_paid on subsidy_beneficiary (paid_on, id);
create index subsidy_beneficiary_person on subsidy_beneficiary (person_key) where person_key is not null;
create trigger subsidy_beneficiary_version before insert or update on subsidy_beneficiary for each row execute function raise_row_version();

-- ---------------------------------------------------------------- case outcomes
create table case_outcome (
  like record_common including all,
  primary key (id),
  foreign key (organisation) references organisation,
  type text not null,
  respondent_kind text not null,
  respondent text not null,
  respondent_name text,
  post text,
  violation_category text not null,
  facts text not null,
  legal_bases jsonb not null default '[]',
  outcomes jsonb not null default '[]',
  document_number text not null,
  decided_on date not null,
  effective_on date,
  exposure boolean not null default false,
  remediation text,
  power_item text, risk_point text,
  reporter text, remark text
);
create unique index case_outcome_public on case_outcome (record_id) where slot = 'PUBLIC';
create unique index case_outcome_work on case_outcome (record_id) where slot = 'WORK';
create unique index case_outcome_record on case_outcome (record_id, revision);
create unique index case_outcome_code on case_outcome (code, organisation, revision);
create index case_outcome_decided on case_outcome (decided_on, id);
create index case_outcome_type on case_outcome (type, decided_on, id);
create index case_outcome_organisation on case_outcome (organisation, decided_on, id);
create index case_outcome_county on case_outcome (county, decided_on, id);
create index case_outcome_township on case_outcome (township, decided_on, id);
create index case_outcome_document on case_outcome (document_number);
create trigger case_outcome_version before insert or update on case_outcome for each row execute function raise_row_version();

-- ---------------------------------------------------------------- statute articles
create table statute_article (
  like record_common including all,
  primary key (id),
  foreign key (organisation) references organisation,
  law text not null,
  law_key text not null,
  article text not null,
  text text not null,
  effective_from date,
  repealed_on date
);
create unique index statute_article_public on statute_article (record_id) where slot = 'PUBLIC';
create unique index statute_article_code on statute_article (code, organisation, revision);
create index statute_article_law on statute_article (law_key, article, id);
create index statute_article_published on statute_article (published_at, id);
create trigger statute_article_version before insert or update on statute_article for each row execute function raise_row_version();

drop table record_common;

-- ---------------------------------------------------------------- outbox and audit
create table outbox (
  id bigint generated always as identity primary key,
  kind text not null,
  record_ids bigint[] not null,
  -- a narrowing change (withdraw, restrict, erase, expire): searches leave these records out until the index has followed
  narrowing boolean not null default false,
  due_at timestamptz not null default now(),
  created_at timestamptz not null default now(),
  attempts int not null default 0,
  parked boolean not null default false,
  error text
);
create index outbox_due on outbox (due_at, id) where not parked;
create index outbox_narrowing on outbox (kind) where narrowing;

create table audit_entry (
  id bigint generated always as identity primary key,
  at timestamptz not null default now(),
  actor text not null,
  actor_role text not null,
  organisation text,
  kind text not null,
  record_id bigint,
  code text,
  transition text not null,
  reason text,
  detail jsonb not null default '{}'
);
create index audit_entry_record on audit_entry (kind, record_id, id);

create table import_run (
  id bigint generated always as identity primary key,
  kind text not null,
  source_name text not null,
  source_digest text not null,
  options text not null,
  rows_done bigint not null default 0,
  accepted bigint not null default 0,
  unchanged bigint not null default 0,
  rejected bigint not null default 0,
  started_at timestamptz not null default now(),
  finished_at timestamptz
);
create unique index import_run_source on import_run (kind, source_digest, options) where finished_at is null;

-- ---------------------------------------------------------------- grants of the runtime role
grant usage on schema public to heliograph_app;
grant select, insert, update on region, organisation, working_day, subsidy_programme, power_item, disclosure, subsidy_beneficiary, case_outcome,
  statute_article, import_run to heliograph_app;
grant select, insert, update, delete on legal_basis, process_step, supervision_point, risk_point, control_measure, outbox to heliograph_app;
grant select, insert on audit_entry to heliograph_app;
grant usage on sequence record_id_seq, row_version_seq to heliograph_app;
