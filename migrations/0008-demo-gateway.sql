-- The demo gateway's own books: another party's memory, kept here only because demo mode has one database.

create table demo_gateway_orders (
  order_id text primary key,
  -- what the shop asked for, decoded and signed by its key
  request jsonb not null,
  payment_id bigint generated always as identity (start with 2400000001) unique,
  status text not null,
  rrn text,
  card_mask text,
  created_at timestamptz not null,
  settled_at timestamptz
);
