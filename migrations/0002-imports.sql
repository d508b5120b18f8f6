-- Each file taken in from the billing, so that the same file twice is seen, and each row knows where it came from.

create type import_kind as enum ('accounts', 'charges', 'payments');

create table imports (
  id integer generated always as identity primary key,
  kind import_kind not null,
  file_name text not null,
  file_hash bytea not null,
  encoding text not null,
  row_count integer not null,
  -- charges: the sum of SUMA; payments: the sum of SUMA; accounts: nothing to sum
  total bigint not null default 0,
  started_at timestamptz not null,
  published_at timestamptz not null default clock_timestamp()
);

create index imports_by_hash on imports (file_hash);
