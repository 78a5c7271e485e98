-- What belongs to a run goes with it; what only names a run forgets it.
do $$
declare
  link record;
begin
  for link in
    select conrelid::regclass as tab, conname, pg_get_constraintdef(oid) as definition,
           conrelid <> 'coordinator.effect'::regclass and exists (
             select from pg_attribute a
             where a.attrelid = conrelid and a.attnum = any (conkey) and not a.attnotnull) as names
    from pg_constraint
    where contype = 'f' and confdeltype = 'a'
      and confrelid in ('coordinator.run'::regclass, 'coordinator.attempt'::regclass)
  loop
    execute format('alter table %s drop constraint %I, add constraint %I %s on delete %s',
      link.tab, link.conname, link.conname, link.definition,
      case when link.names then 'set null' else 'cascade' end);
  end loop;
end
$$;
create index run_previous on run (previous_run) where previous_run is not null;
create index run_continued_in on run (continued_in) where continued_in is not null;
create index tenant_claim_run on tenant_claim (run_id);

-- An ended run is in one of these two indexes: first with what its steps answered, later without.
alter table run add column journal_removed_at timestamptz;
create index run_ended_with_journal on run (ended_at)
  where ended_at is not null and journal_removed_at is null;
create index run_ended_without_journal on run (ended_at)
  where journal_removed_at is not null;
create index effect_without_run on effect (intent_at) where run_id is null;

-- Runs that are gone, so that every node removes their files from its own disk.
create table retired_run (
  run_id      uuid        primary key,
  removed_at  timestamptz not null
);

-- Every request to erase the personal data of a customer's people, and how far it is.
create table erasure (
  id            uuid        primary key,
  account       text        not null,
  account_id    text,
  requested_by  text        not null,
  reason        text        not null,
  requested_at  timestamptz not null,
  tries         int         not null default 0,
  failure       jsonb,
  provisioning  jsonb,
  completed_at  timestamptz
);
create unique index erasure_open on erasure (account) where completed_at is null;

create table erased_run (
  run_id      uuid        primary key references run (id) on delete cascade,
  erasure_id  uuid        not null references erasure (id),
  erased_at   timestamptz not null
);
create index erased_run_erasure on erased_run (erasure_id);
