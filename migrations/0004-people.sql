-- The people who use the cabinet: who they are, how they sign in, and which accounts they hold.

create table people (
  id integer generated always as identity primary key,
  phone text not null unique check (phone ~ '^380[0-9]{9}$'),
  name text not null default '',
  -- null until a code proved that the phone is theirs
  password_hash text,
  activated_at timestamptz,
  created_at timestamptz not null,
  check ((password_hash is null) = (activated_at is null))
);

-- Only hashes of the tokens that browsers hold.
create table sessions (
  token_hash bytea primary key,
  person_id integer not null references people on delete cascade,
  device_hash bytea not null,
  created_at timestamptz not null,
  last_used_at timestamptz not null,
  expires_at timestamptz not null
);

create index sessions_by_person on sessions (person_id);

create type code_purpose as enum ('registration', 'recovery', 'phone-change');

-- A one-time code, bound to its purpose, its phone and the browser that asked. Where there is nothing to prove
-- (the phone is registered already, or is nobody's), the row stands without a code, and no try can match.
create table codes (
  id integer generated always as identity primary key,
  purpose code_purpose not null,
  phone text not null,
  device_hash bytea not null,
  code_hmac bytea,
  person_id integer references people on delete cascade,
  -- the password that takes effect when the code is right
  password_hash text,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  tries integer not null default 0,
  used_at timestamptz
);

create index codes_by_device on codes (device_hash, purpose, id desc);
-- whose registration is erased takes its codes along
create index codes_by_person on codes (person_id) where person_id is not null;

-- Which accounts a person holds in the cabinet, and what they call them.
create table account_links (
  person_id integer not null references people on delete cascade,
  account_id integer not null references accounts,
  own_name text not null default '',
  linked_at timestamptz not null,
  primary key (person_id, account_id)
);

create index account_links_by_account on account_links (account_id);

-- How often something was tried, in windows of time; kept here so that limits hold across processes and restarts.
create table limit_counts (
  name text not null,
  subject text not null,
  window_start timestamptz not null,
  hits integer not null,
  primary key (name, subject, window_start)
);
