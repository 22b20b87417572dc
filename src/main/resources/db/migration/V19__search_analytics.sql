-- What visitors ask the search and open, counted without persons: per day, in steps of five, by
-- pods that hold back what fewer than five visitors did. The checks see to it that no smaller
-- number can be stored. An empty question stands for all questions of the day together.
create table search_asked (
  day date not null,
  question text not null,
  asked int not null check (asked >= 5 and asked % 5 = 0),
  nothing int not null check (nothing between 0 and asked and nothing % 5 = 0),
  median_ms int,
  slow_ms int,
  primary key (day, question)
);

create table search_opened (
  day date not null,
  question text not null,
  kind text not null,
  record_id bigint not null,
  opened int not null check (opened >= 5 and opened % 5 = 0),
  primary key (day, question, kind, record_id)
);

-- Questions that an administrator took out of the statistics: by digest, so that they stand nowhere.
create table search_silenced (
  digest bytea primary key,
  at timestamptz not null default clock_timestamp(),
  actor text not null,
  reason text not null
);

grant select, insert, update, delete on search_asked, search_opened to heliograph_app;
grant select, insert on search_silenced to heliograph_app;
