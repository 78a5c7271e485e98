/// Binds what is recorded of a run into one chain of hashes, in the statements that record it. It
/// knows digests and the names of personal facts and nothing of runs, so that whoever holds a copy
/// of a record checks it with the same few lines.
@NullMarked
package dev.onboarding.coordinator.ledger;

import org.jspecify.annotations.NullMarked;
