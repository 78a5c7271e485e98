/// Proves decisions from their records: checks that a record is the one that was written, computes
/// its decisions again, and says where they differ. What checks is pure and reads no store, so that
/// the same lines check a record here and a copy of it anywhere else.
@NullMarked
package dev.onboarding.coordinator.replay;

import org.jspecify.annotations.NullMarked;
