-- Many accounts asked about at once, unique by who asked and under which correlation id.
create table batch (
  id              uuid        primary key,
  source          text        not null,
  correlation_id  text        not null,
  request_digest  text        not null,
  requested_by    text,
  mode            text        not null,
  won_since       date,
  most            int,
  state           text        not null,
  cursor          text,
  left_out        int         not null default 0,
  tries           int         not null default 0,
  failure         jsonb,
  created_at      timestamptz not null,
  updated_at      timestamptz not null,
  constraint batch_correlation unique (source, correlation_id)
);

-- What is read together: the intent stands before the calls leave, the outcome with its runs after.
create table batch_chunk (
  batch_id    uuid        not null references batch (id) on delete cascade,
  number      int         not null,
  tries       int         not null default 0,
  epoch       bigint      not null default 0,
  intent_at   timestamptz,
  outcome_at  timestamptz,
  failure     jsonb,
  primary key (batch_id, number)
);

-- One account of a batch and what became of it; its verdict is its run's.
create table batch_item (
  batch_id     uuid  not null references batch (id) on delete cascade,
  number       int   not null,
  chunk        int,
  account_key  text  not null,
  account_id   text,
  won_on       date,
  state        text  not null,
  run_id       uuid  references run (id) on delete set null,
  why          text,
  failure      jsonb,
  primary key (batch_id, number)
);
create index batch_item_account on batch_item (batch_id, account_key);
create index batch_item_chunk on batch_item (batch_id, chunk);
create index batch_item_run on batch_item (run_id);
create index batch_item_waiting on batch_item (batch_id) where state = 'WAITING';
