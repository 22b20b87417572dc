-- Legal clocks: when records stop being shown, how long they stand open to objections, and by when an annulled penalty has to be withdrawn.

-- Rules of expiry are made for a sort of authority, for example MARKET_REGULATION; an organisation without one falls under the rules for all.
alter table organisation add column type text check (type ~ '^[A-Z][A-Z0-9_]{0,63}$');

create table expiry_rule (
  code text primary key check (length(code) between 1 and 64),
  kind text not null check (kind in ('POWER_ITEM','DISCLOSURE','SUBSIDY_BENEFICIARY','CASE_OUTCOME')),
  -- absent parts narrow nothing
  organisation_type text check (organisation_type ~ '^[A-Z][A-Z0-9_]{0,63}$'),
  programme text references subsidy_programme,
  category text,
  -- where either is given, the rule is for penalties that consist of these measures, and of fines up to the ceiling, alone
  measures jsonb not null default '[]',
  fine_ceiling numeric(14,2) check (fine_ceiling > 0),
  months int not null check (months between 1 and 1200),
  -- a ban that lasts longer keeps the record up to its own end
  until_ban_end boolean not null default false,
  basis text not null,
  effective_from date,
  effective_until date,
  check (effective_until >= effective_from)
);
grant select, insert, update on expiry_rule to heliograph_app;

-- Which sum of a fine is small is for the regulators of a province to say: they add a rule of their own with its ceiling.
insert into expiry_rule (code, kind, organisation_type, category, measures, months, until_ban_end, basis, effective_from) values
  ('CN-SCJG-13-1', 'CASE_OUTCOME', 'MARKET_REGULATION', 'ADMINISTRATIVE_PENALTY', '["通报批评"]', 3, false,
   '市场监督管理行政处罚信息公示规定 第十三条第一款：仅受到通报批评的，自公示之日起届满三个月停止公示', '2021-09-01'),
  ('CN-SCJG-13-2', 'CASE_OUTCOME', 'MARKET_REGULATION', 'ADMINISTRATIVE_PENALTY', '[]', 36, true,
   '市场监督管理行政处罚信息公示规定 第十三条第一款、第三款：自公示之日起届满三年停止公示；限制开展生产经营活动、限制从业超过三年的，按照实际限制期限', '2021-09-01');

-- The publicity period of what the public may object to.
alter table disclosure add column publicity_days int check (publicity_days between 1 and 250);
alter table subsidy_beneficiary
  add column publicity_days int check (publicity_days between 1 and 250), add column publicity_from date, add column publicity_until date;
alter table case_outcome
  add column publicity_days int check (publicity_days between 1 and 250), add column publicity_from date, add column publicity_until date;
create index disclosure_publicity on disclosure (publicity_until, id) where publicity_until is not null;
create index subsidy_beneficiary_publicity on subsidy_beneficiary (publicity_until, id) where publicity_until is not null;
create index case_outcome_publicity on case_outcome (publicity_until, id) where publicity_until is not null;

-- 行政处罚法 第四十八条 with 第八十五条: three working days from the day on which a penalty was changed or annulled.
alter table case_outcome
  add column annulled_on date, add column withdrawal_due date, add check ((annulled_on is null) = (withdrawal_due is null));
create index case_outcome_annulled on case_outcome (withdrawal_due, id) where withdrawal_due is not null;

-- The last of so many working days, counted from the day after the first one (民法典 第二百零一条). Holidays and make-up days are the calendar's; where it says
-- nothing, Monday to Friday.
create function working_days_after(start date, days int) returns date language sql stable as $$
  select each.day::date
  from generate_series(start + 1, start + days * 3 + 60, interval '1 day') as each(day)
  left join working_day w on w.day = each.day::date
  where coalesce(w.working, extract(isodow from each.day) < 6)
  order by each.day offset days - 1 limit 1
$$;
