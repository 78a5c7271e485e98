-- Under which correlation id a trigger came, also when it was attached to another run.
alter table trigger_event add column correlation_id text;
create index trigger_event_correlation on trigger_event (source, correlation_id);

-- Which wake-up of the run counts; the scheduler's executions of an earlier one end without effect.
alter table run add column ticket bigint not null default 0;
-- Whether a person has cancelled it; its execution sees that between two steps.
alter table run add column cancelling boolean not null default false;
-- The executing run of the same account that this one queues behind.
alter table run add column behind uuid references run (id);
-- The waiting run of the same account that took this one's trigger over.
alter table run add column continued_in uuid references run (id);
create index run_behind on run (behind) where behind is not null;
create index run_open_account_key on run (account_key) where ended_at is null;
create index run_open_account_id on run (account_id) where ended_at is null;
create index run_open on run (updated_at) where ended_at is null;

-- Since when a step fails in a row; its patience counts from there.
alter table step add column failing_since timestamptz;

-- What a person did to a run besides answering it: resume, cancel.
create table operator_act (
  run_id  uuid        not null references run (id),
  number  bigint      generated always as identity,
  act     text        not null,
  person  text        not null,
  reason  text        not null,
  at      timestamptz not null,
  primary key (run_id, number)
);
-- A run is cancelled once.
create unique index operator_act_cancel on operator_act (run_id) where act = 'CANCEL';

-- Every rule set that ever judged, so that a run keeps the one it began with.
create table rule_set (
  digest     text        primary key,
  version    text        not null,
  content    text        not null,
  stored_at  timestamptz not null
);
