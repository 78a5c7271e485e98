-- One row per tenant. The row is the intent: it stands before the provisioner is asked.
CREATE TABLE provisioning.tenants (
  tenant_id        uuid PRIMARY KEY,
  environment      text NOT NULL,
  account_id       text NOT NULL CHECK (length(account_id) = 18),
  account_name     text NOT NULL,
  tier             text NOT NULL CHECK (tier IN ('ENTERPRISE', 'GROWTH', 'STARTER')),
  status           text NOT NULL CHECK (status IN ('PROVISIONING', 'ACTIVE', 'FAILED', 'SUSPENDED')),
  login_url        text,
  pending          text CHECK (pending IN ('PROVISION', 'SUSPEND')),
  operation        text,
  failure_code     text,
  failure_message  text,
  decision_run     text NOT NULL,
  decision_digest  text NOT NULL,
  suspended_reason text,
  lead_epoch       bigint NOT NULL DEFAULT 0,
  led_until        timestamptz,
  created_at       timestamptz NOT NULL,
  activated_at     timestamptz,
  updated_at       timestamptz NOT NULL,
  UNIQUE (environment, account_id)
);

-- The answer to each idempotency key; a key without an answer is work that has not ended.
CREATE TABLE provisioning.recorded_answers (
  tool             text NOT NULL,
  idempotency_key  text NOT NULL,
  arguments_digest text NOT NULL,
  answer           jsonb,
  recorded_at      timestamptz NOT NULL,
  PRIMARY KEY (tool, idempotency_key)
);

-- Credentials on their way to the customer: sealed, and gone once they have been seen.
CREATE TABLE provisioning.credentials (
  binding_id  uuid PRIMARY KEY,
  tenant_id   uuid NOT NULL REFERENCES provisioning.tenants,
  token_hash  text NOT NULL UNIQUE,
  sealed      bytea,
  issued_at   timestamptz NOT NULL,
  expires_at  timestamptz NOT NULL,
  opened_at   timestamptz
);
CREATE INDEX credentials_of_tenant ON provisioning.credentials (tenant_id);

CREATE TABLE provisioning.checklists (
  checklist_id     uuid PRIMARY KEY,
  tenant_id        uuid NOT NULL UNIQUE REFERENCES provisioning.tenants,
  account_id       text NOT NULL,
  account_name     text,
  customer_email   text,
  tier             text NOT NULL,
  template_version text NOT NULL,
  start_date       date NOT NULL,
  time_zone        text NOT NULL,
  created_at       timestamptz NOT NULL
);
CREATE INDEX checklists_of_account ON provisioning.checklists (account_id);

CREATE TABLE provisioning.tasks (
  task_id      uuid PRIMARY KEY,
  checklist_id uuid NOT NULL REFERENCES provisioning.checklists,
  number       integer NOT NULL,
  code         text NOT NULL,
  title        text NOT NULL,
  owner        text NOT NULL CHECK (owner IN ('system', 'cs_team', 'customer', 'milestone')),
  status       text NOT NULL CHECK (status IN ('OPEN', 'COMPLETED', 'SKIPPED', 'CANCELLED')),
  due_date     date NOT NULL,
  depends_on   integer[] NOT NULL,
  note         text,
  completed_at timestamptz,
  completed_by text,
  cancelled_reason text,
  updated_at   timestamptz NOT NULL,
  UNIQUE (checklist_id, number),
  UNIQUE (checklist_id, code),
  CHECK ((status = 'COMPLETED') = (completed_at IS NOT NULL))
);
CREATE INDEX open_tasks_by_due_date ON provisioning.tasks (due_date, task_id) WHERE status = 'OPEN';
