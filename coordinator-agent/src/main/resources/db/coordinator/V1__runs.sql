-- One onboarding of one account, unique by who sent it and under which correlation id.
create table run (
  id               uuid primary key,
  source           text        not null,
  correlation_id   text        not null,
  account_key      text        not null,
  account_id       text,
  account_name     text,
  opportunity_id   text,
  mode             text        not null,
  state            text        not null,
  priority         smallint    not null,
  attempt          int         not null default 1,
  epoch            bigint      not null default 0,
  previous_run     uuid references run (id),
  verdict          text,
  failure          jsonb,
  wake_at          timestamptz,
  coordinator      text        not null,
  rule_set         text        not null,
  rule_set_digest  text        not null,
  prompts          text        not null,
  agents           jsonb,
  created_at       timestamptz not null,
  updated_at       timestamptz not null,
  ended_at         timestamptz,
  constraint run_correlation unique (source, correlation_id)
);
create index run_newest on run (created_at desc, id desc);
create index run_state on run (state, created_at desc);
create index run_account_key on run (account_key, created_at desc);
create index run_account_id on run (account_id, created_at desc);

-- Every event that asked for a run; a run may be asked for more than once.
create table trigger_event (
  source       text        not null,
  event_id     text        not null,
  run_id       uuid        not null references run (id),
  account_key  text        not null,
  received_at  timestamptz not null,
  primary key (source, event_id)
);
create index trigger_event_run on trigger_event (run_id);

-- When a run entered which state, and why when something went wrong.
create table state_change (
  run_id   uuid        not null references run (id),
  number   bigint      generated always as identity,
  state    text        not null,
  at       timestamptz not null,
  why      text,
  primary key (run_id, number)
);

-- One pass of a run through gather, judge and act: what was known and what was concluded from it.
create table attempt (
  run_id           uuid        not null references run (id),
  number           int         not null,
  started_at       timestamptz not null,
  decided_at       timestamptz,
  assessments      jsonb,
  findings_digest  text,
  decision         jsonb,
  decision_digest  text,
  primary key (run_id, number)
);

-- The journal: the intent stands before the call leaves, the outcome after it came back.
create table step (
  run_id      uuid        not null,
  attempt     int         not null,
  name        text        not null,
  key         text        not null unique,
  tries       int         not null,
  failures    int         not null default 0,
  epoch       bigint      not null,
  intent_at   timestamptz not null,
  outcome_at  timestamptz,
  outcome     jsonb,
  failure     jsonb,
  primary key (run_id, attempt, name),
  foreign key (run_id, attempt) references attempt (run_id, number)
);

-- A person's answer, on exactly the findings that were shown.
create table approval (
  id               uuid        primary key,
  run_id           uuid        not null,
  attempt          int         not null,
  answer           text        not null,
  approver         text        not null,
  reason           text        not null,
  findings_digest  text        not null,
  answered_at      timestamptz not null,
  constraint approval_once unique (run_id, attempt),
  foreign key (run_id, attempt) references attempt (run_id, number)
);

-- The outbox: what leaves by Slack or mail. Bodies are kept as digests: a mail may carry a secret.
create table effect (
  key             text        primary key,
  run_id          uuid references run (id),
  kind            text        not null,
  target          text        not null,
  subject         text        not null,
  content_digest  text        not null,
  correlation_id  text        not null,
  tries           int         not null,
  intent_at       timestamptz not null,
  outcome_at      timestamptz,
  reference       text,
  failure         jsonb
);
create index effect_run on effect (run_id, intent_at);

-- Reports by digest; files are how they go out.
create table report (
  run_id      uuid        not null,
  attempt     int         not null,
  name        text        not null,
  media_type  text        not null,
  digest      text        not null,
  content     text        not null,
  written_at  timestamptz not null,
  primary key (run_id, attempt, name),
  foreign key (run_id, attempt) references attempt (run_id, number)
);
