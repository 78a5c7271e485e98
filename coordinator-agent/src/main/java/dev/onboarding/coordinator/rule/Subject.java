package dev.onboarding.coordinator.rule;

import dev.onboarding.model.decision.RunContext;
import dev.onboarding.model.finding.Domain;

/// What one row is tried on: a finding, or an answer as a whole, and the context of the run.
record Subject(Domain domain, Record record, RunContext context) {}
