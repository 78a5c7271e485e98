package dev.onboarding.clm.contract;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Someone whose signature a contract needs; who only receives a copy is none.
///
/// @param status as DocuSign says it, for example `completed`
/// @param order whose turn it is: the lowest first
public record Signatory(
    @Nullable String name,
    @Nullable String email,
    Side side,
    @Nullable String role,
    @Nullable String status,
    @Nullable Integer order,
    @Nullable Instant signedAt) {

  boolean isDone() {
    return "completed".equals(status) || "signed".equals(status);
  }
}
