-- What asking models has used up, by day and by run, for all processes together.
create table spent (
  account     text         primary key,
  tokens      bigint       not null,
  micro_usd   bigint       not null,
  changed_at  timestamptz  not null default now()
);
create index spent_changed on spent (changed_at);
