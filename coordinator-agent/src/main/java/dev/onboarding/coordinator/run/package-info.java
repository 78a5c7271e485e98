/// The durable engine: runs, their states, the journal of their steps and the approvals, in
/// PostgreSQL, executed by db-scheduler. It knows in which order steps are recorded and nothing of
/// what they do, so that surviving a crash is decided in one place.
@NullMarked
package dev.onboarding.coordinator.run;

import org.jspecify.annotations.NullMarked;
