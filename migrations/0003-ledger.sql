-- The ledger as the billing closed it: one row a month and account. Money in kopiykas, plus is debt;
-- a volume in 10^-3 m3; a price in 10^-5 UAH per m3.

create type volume_method as enum ('actual', 'planned', 'norm', 'recalculation');

create table ledger_rows (
  account_id integer not null references accounts,
  period date not null check (extract(day from period) = 1),
  volume bigint not null,
  method volume_method,
  price bigint check (price >= 0),
  opening bigint not null,
  charged bigint not null,
  recalculated bigint not null,
  penalty bigint not null,
  paid bigint not null,
  subsidy bigint not null,
  benefit bigint not null,
  closing bigint not null,
  import_id integer not null references imports,
  primary key (account_id, period),
  constraint ledger_row_adds_up check (
    closing = opening + charged + recalculated + penalty - paid - subsidy - benefit
  )
);
