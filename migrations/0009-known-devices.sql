-- Browsers in which a person has signed in before: guesses of others don't use up the tries of these.

create table known_devices (
  person_id integer not null references people on delete cascade,
  device_hash bytea not null,
  seen_at timestamptz not null,
  primary key (person_id, device_hash)
);
