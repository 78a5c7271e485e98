/// Remembers what was answered to each idempotency key. Kept beside the data it protects, so that a
/// change and its answer are one commit.
@NullMarked
package dev.onboarding.provisioning.idempotency;

import org.jspecify.annotations.NullMarked;
