package dev.onboarding.coordinator.retention;

import dev.onboarding.model.Failure;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A request to erase the personal data of a customer's people, and how far it is.
///
/// @param account as the request named it
/// @param accountId Salesforce id; null when no run has ever learned it
/// @param by who asked for it
/// @param tries how often it was gone about
/// @param failure what kept it from going on last; it is tried again
/// @param provisioning what the provisioning server erased; null until it has
record Erasure(
    UUID id,
    String account,
    @Nullable String accountId,
    String by,
    String reason,
    Instant requestedAt,
    int tries,
    @Nullable Failure failure,
    @Nullable ErasedElsewhere provisioning,
    @Nullable Instant completedAt) {

  boolean isDone() {
    return completedAt != null;
  }
}
