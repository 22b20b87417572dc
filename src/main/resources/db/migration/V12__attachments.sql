-- Files that belong to records. A revision says which files it has; what is known of a file stands here, its content in a store under its digest.
do $$
declare
  records text;
begin
  foreach records in array array['power_item', 'subsidy_beneficiary', 'case_outcome', 'statute_article'] loop
    execute format('alter table %I add column attachments jsonb', records);
  end loop;
end $$;
alter table disclosure alter column attachments drop not null, alter column attachments drop default;

create table stored_file (
  -- also the link to it: nobody guesses it
  id text primary key check (length(id) = 22),
  organisation text not null references organisation,
  uploaded_by text not null,
  uploaded_at timestamptz not null default now(),
  -- when a revision last took it: one that no revision has is purged a while after
  touched_at timestamptz not null default now(),
  -- ARRIVING until the content is stored; PURGED until it is deleted, and the row with it
  state text not null default 'ARRIVING' check (state in ('ARRIVING', 'READY', 'WITHDRAWN', 'PURGED')),
  name text not null,
  media_type text not null,
  size bigint not null,
  sha256 text not null,
  findings jsonb not null default '[]',
  unread jsonb not null default '[]',
  -- the record that it belongs to; null until a revision has it
  kind text,
  record_id bigint,
  check ((kind is null) = (record_id is null))
);
create index stored_file_record on stored_file (kind, record_id) where record_id is not null;
create index stored_file_content on stored_file (sha256);
create index stored_file_touched on stored_file (touched_at) where state in ('ARRIVING', 'READY');
create index stored_file_purged on stored_file (id) where state = 'PURGED';

-- What a search reads of a file, page by page.
create table file_text (
  file_id text not null references stored_file on delete cascade,
  seq int not null,
  place text not null,
  text text not null,
  primary key (file_id, seq)
);

-- Uploads under way, in parts, so that any pod can go on with them.
create table upload (
  id text primary key check (length(id) = 22),
  organisation text not null references organisation,
  uploaded_by text not null,
  name text not null,
  size bigint not null check (size > 0),
  received bigint not null default 0 check (received between 0 and size),
  created_at timestamptz not null default now(),
  -- what came of it, once it was whole: the file, or why it was refused
  file_id text,
  refusal text
);
create index upload_created on upload (created_at);
create table upload_part (
  upload_id text not null references upload on delete cascade,
  start bigint not null,
  bytes bytea not null,
  primary key (upload_id, start)
);

grant select, insert, update, delete on stored_file, file_text, upload, upload_part to heliograph_app;
do $$
begin
  if current_setting('server_version_num')::int >= 170000 then
    execute 'grant maintain on stored_file, file_text, upload, upload_part to heliograph_app';
  end if;
end $$;
