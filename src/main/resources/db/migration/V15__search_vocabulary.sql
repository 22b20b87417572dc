-- What administrators tell the search: words that stand for each other, words that say nothing, and
-- records that come first or last for a question.
create table vocabulary_entry (
  id bigint generated always as identity primary key,
  sort text not null check (sort in ('SYNONYMS', 'STOP_WORD', 'PIN', 'DEMOTION')),
  words text[] not null check (cardinality(words) between 1 and 20),
  kind text,
  code text,
  check ((sort in ('PIN', 'DEMOTION')) = (kind is not null and code is not null))
);
create unique index vocabulary_entry_once on vocabulary_entry (sort, words, coalesce(kind, ''), coalesce(code, ''));

-- Every change of it, for ever: the runtime role can add to it and read it, nothing else. Its highest
-- number tells the pods whether what they hold is still true.
create table vocabulary_change (
  id bigint generated always as identity primary key,
  at timestamptz not null default clock_timestamp(),
  actor text not null,
  request_id text,
  address_class text,
  reason text not null,
  added boolean not null,
  entry_id bigint not null,
  sort text not null,
  words text[] not null,
  kind text,
  code text
);

grant select, insert, delete on vocabulary_entry to heliograph_app;
grant select, insert on vocabulary_change to heliograph_app;
