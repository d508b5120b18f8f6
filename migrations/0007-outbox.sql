-- SMS waiting to go: written in the transaction that wants them sent, sent by the worker.

create type sms_state as enum ('queued', 'sent', 'failed');

create table sms (
  id integer generated always as identity primary key,
  phone text not null,
  sender text not null,
  -- sealed under the server's secret while it waits, erased once sent; in demo mode readable, for its outbox
  text text not null,
  state sms_state not null default 'queued',
  attempts integer not null default 0,
  created_at timestamptz not null,
  -- who tries it moves this on first, so that nobody else takes it meanwhile
  next_try_at timestamptz not null,
  sent_at timestamptz,
  last_error text
);

create index sms_waiting on sms (id) where state = 'queued';
