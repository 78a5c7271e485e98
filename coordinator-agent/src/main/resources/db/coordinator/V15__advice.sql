-- That a model is to be asked about a decision, beside the run: how often that was begun, by which
-- prompts in all (SHA-256), and how it ended.
create table advice_order (
  run_id      uuid        not null,
  attempt     int         not null,
  ordered_at  timestamptz not null,
  tries       int         not null default 0,
  prompts     text,
  ended_at    timestamptz,
  ended       text,
  primary key (run_id, attempt),
  foreign key (run_id, attempt) references attempt (run_id, number) on delete cascade
);

-- What was asked and what came back, one row for each task; a model's words are an addendum to the
-- attempt's report. What they come from is one document, of which the columns show the most asked
-- for.
create table advice (
  run_id         uuid         not null,
  attempt        int          not null,
  number         int          not null,
  task           text         not null,
  origin         jsonb        not null,
  source         text         generated always as (origin ->> 'source') stored,
  model          text         generated always as (origin ->> 'model') stored,
  prompt_digest  text         generated always as (origin ->> 'prompt_digest') stored,
  cost_usd       numeric      generated always as ((origin ->> 'cost_usd')::numeric) stored,
  content        jsonb,
  text           text,
  created_at     timestamptz  not null,
  primary key (run_id, attempt, number),
  constraint advice_once unique (run_id, attempt, task),
  foreign key (run_id, attempt) references attempt (run_id, number) on delete cascade
);

-- A queue of its own: who waits for a model takes no run's place.
create table scheduler.advice_tasks (like scheduler.scheduled_tasks including all);
