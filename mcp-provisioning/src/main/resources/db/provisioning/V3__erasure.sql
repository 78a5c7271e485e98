-- When what is personal about the customer's people was erased from the tenant's rows.
ALTER TABLE provisioning.tenants ADD COLUMN erased_at timestamptz;

-- How old an answer is.
CREATE INDEX recorded_answers_age ON provisioning.recorded_answers (recorded_at);
