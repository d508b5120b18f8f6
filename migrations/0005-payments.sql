-- Payments through the portal. What a gateway said is stored first, word for word, and then applied exactly once.

create type payment_state as enum ('created', 'pending', 'expired', 'failed', 'paid', 'refunded');

create table payments (
  -- also the order's id at the gateway
  id uuid primary key default gen_random_uuid(),
  -- the number on the receipt
  number integer generated always as identity unique,
  account_id integer not null references accounts,
  person_id integer references people on delete set null,
  gateway text not null,
  amount bigint not null check (amount > 0),
  currency text not null default 'UAH',
  -- what the payer bore above the amount
  fee bigint not null default 0 check (fee >= 0),
  state payment_state not null default 'created',
  gateway_payment_id text,
  rrn text,
  card_mask text,
  created_at timestamptz not null,
  paid_at timestamptz,
  -- when the billing's own data showed that it knows of this payment
  posted_at timestamptz,
  -- when the sweeper may ask the gateway about it next, and how often it has asked
  ask_at timestamptz,
  asked integer not null default 0,
  unique (gateway, gateway_payment_id),
  check ((state in ('paid', 'refunded')) = (paid_at is not null)),
  check (posted_at is null or paid_at is not null)
);

create index payments_by_account on payments (account_id, created_at desc);
create index payments_by_person on payments (person_id) where person_id is not null;
create index payments_not_posted on payments (account_id) where state = 'paid' and posted_at is null;
create index payments_to_ask_about on payments (ask_at) where ask_at is not null;
-- a double click on «Оплатити» finds the first payment again
create unique index one_open_payment on payments (person_id, account_id) where state = 'created';

create type payment_event_source as enum ('callback', 'status');

create table payment_events (
  id bigint generated always as identity primary key,
  gateway text not null,
  -- the same news twice has the same key
  event_key bytea not null,
  source payment_event_source not null,
  payment_id uuid references payments,
  received_at timestamptz not null,
  -- the bytes as they came
  raw bytea not null,
  -- what was decided, and why, in one word each
  decision text not null,
  reason text not null default '',
  unique (gateway, event_key)
);

create index payment_events_by_payment on payment_events (payment_id);

-- The billing's register of payments: money that it knows of, whoever took it.
create table billing_payments (
  id integer generated always as identity primary key,
  external_id text not null unique check (external_id <> ''),
  account_id integer not null references accounts,
  paid_on date not null,
  credited_on date,
  amount bigint not null,
  agent text not null default '',
  period date,
  payment_id uuid unique references payments,
  import_id integer not null references imports
);

create index billing_payments_by_account on billing_payments (account_id, paid_on desc);
