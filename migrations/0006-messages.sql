-- What people write to the supplier.

create table messages (
  id integer generated always as identity primary key,
  person_id integer references people on delete set null,
  account_id integer references accounts,
  subject text not null check (subject <> ''),
  body text not null check (body <> ''),
  -- it looked like meter readings, and the person said that it is something else
  insisted boolean not null default false,
  created_at timestamptz not null
);

create index messages_by_person on messages (person_id, id desc);
