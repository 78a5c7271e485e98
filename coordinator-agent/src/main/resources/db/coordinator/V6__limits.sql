-- How many runs have not begun, without reading the runs.
create index run_not_begun on run (priority) where state = 'QUEUED' and behind is null;

-- The line of messages in front of each Slack channel, shared by every node.
create table slack_pace (
  channel         text        primary key,
  -- The next turn nobody has reserved, and the next one for messages that missed theirs.
  reserved_until  timestamptz not null,
  late_until      timestamptz not null,
  -- By how much Slack itself has moved every reserved turn, and until when it takes nothing.
  behind_micros   bigint      not null default 0,
  held_until      timestamptz not null
);

-- A message's reserved turn is kept with it; it does not go to the end of the line again.
alter table effect add column slot_at timestamptz;
alter table effect add column tried_at timestamptz;
-- Tries of which it is known that nothing left by them; where there were more, somebody must look.
alter table effect add column settled_tries int not null default 0;

-- What DocuSign Connect has told, each event once however often it is delivered.
create table docusign_event (
  event_id      text        primary key,
  event         text        not null,
  envelope_id   text        not null,
  account_id    text,
  status        text,
  generated_at  text,
  received_at   timestamptz not null
);
create index docusign_event_received on docusign_event (received_at);

-- Which envelope each run's contract finding named, as of when it was read.
create table run_envelope (
  run_id       uuid        primary key references run (id),
  envelope_id  text,
  read_at      timestamptz not null,
  looked_at    timestamptz
);
create index run_envelope_envelope on run_envelope (envelope_id);
