-- Systems that are not called for now because somebody said so.
create table paused_upstream (
  name       text        primary key,
  paused_by  text        not null,
  reason     text        not null,
  paused_at  timestamptz not null
);

-- Who paused or released what, when and why; nothing is ever removed from it.
create table upstream_act (
  number  bigint      generated always as identity primary key,
  name    text        not null,
  act     text        not null,
  actor   text        not null,
  reason  text        not null,
  at      timestamptz not null
);
create index upstream_act_name on upstream_act (name, number);
