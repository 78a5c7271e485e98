-- The call each decision was used for; a row outlives its decision by nothing.
CREATE TABLE provisioning.spent_decisions (
  fingerprint     text PRIMARY KEY,
  tool            text NOT NULL,
  idempotency_key text NOT NULL,
  good_until      timestamptz NOT NULL
);

-- What still waits to be opened, by when it must be gone.
CREATE INDEX waiting_credentials ON provisioning.credentials (expires_at) WHERE sealed IS NOT NULL;
