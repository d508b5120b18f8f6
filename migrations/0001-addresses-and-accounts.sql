-- Where people live and the accounts they hold there. The address is a tree: branch, settlement, street, house;
-- a flat is a word of the account, for many houses have none.

-- Ukrainian order with numbers by their value: 2 before 10, 10 before 10а.
create collation ukrainian (provider = icu, locale = 'uk-u-kn-true');

create table branches (
  id integer generated always as identity primary key,
  name text collate ukrainian not null unique check (name <> '')
);

create table settlements (
  id integer generated always as identity primary key,
  branch_id integer not null references branches,
  name text collate ukrainian not null check (name <> ''),
  unique (branch_id, name)
);

create table streets (
  id integer generated always as identity primary key,
  settlement_id integer not null references settlements,
  name text collate ukrainian not null check (name <> ''),
  unique (settlement_id, name)
);

-- The names a street bore before; people and old paper still use them.
create table former_street_names (
  street_id integer not null references streets,
  name text collate ukrainian not null check (name <> ''),
  primary key (street_id, name)
);

create table houses (
  id integer generated always as identity primary key,
  street_id integer not null references streets,
  number text collate ukrainian not null check (number <> ''),
  unique (street_id, number)
);

create type account_state as enum ('open', 'closed', 'moved');

create table accounts (
  id integer generated always as identity primary key,
  number text not null unique check (number <> ''),
  eic text,
  house_id integer not null references houses,
  flat text collate ukrainian not null default '',
  holder_name text not null default '',
  holder_phone text,
  state account_state not null default 'open'
);

create index accounts_by_house on accounts (house_id, flat);
