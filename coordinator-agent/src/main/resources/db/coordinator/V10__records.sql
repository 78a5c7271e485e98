-- What was recorded of a run, in order; each row's hash covers the one before. What it is about
-- stands in the rows that the same statement wrote.
create table record (
  run_id   uuid        not null references run (id) on delete cascade,
  number   int         not null,
  kind     text        not null,
  attempt  int         not null,
  name     text        not null,
  at       timestamptz not null,
  form     smallint    not null,
  kept     bytea,
  sealed   bytea       not null,
  hash     bytea       not null,
  primary key (run_id, number)
);

-- Rows are added, never changed, and go only with their run.
create function refuse_record_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and pg_trigger_depth() > 1 then
    return old;
  end if;
  raise exception 'the record of a run can be added to and never changed';
end
$$;
create trigger record_append_only before update or delete on record
  for each row execute function refuse_record_change();

-- Salts the sealed contents of the run's record; an erasure destroys it. Runs that are there already
-- have none, and their records are not chained.
alter table run add column record_salt uuid;
alter table run alter column record_salt set default gen_random_uuid();

-- Which servers answered for the attempt, each by name and version.
alter table attempt add column servers jsonb;
-- What another rule set would have decided; nothing ever acts on it.
alter table attempt add column shadow jsonb;
