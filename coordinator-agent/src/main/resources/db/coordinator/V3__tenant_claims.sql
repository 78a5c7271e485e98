-- Which run onboards an account: two at the same time would welcome the customer twice.
create table tenant_claim (
  account_id   text        not null,
  environment  text        not null,
  run_id       uuid        not null references run (id),
  claimed_at   timestamptz not null,
  primary key (account_id, environment)
);
