package dev.onboarding.contract.establishment;

import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One person who has to sign; those who only receive a copy are not among them.
///
/// @param side `CUSTOMER` or `COMPANY`
/// @param status the signer's own status, for example `completed` or `delivered`
/// @param order the place in the signing order; absent when there is none
public record Signatory(
    @Nullable String name,
    @Nullable String email,
    @Nullable String side,
    @Nullable String role,
    @Nullable String status,
    @Nullable Integer order,
    @Nullable Instant signedAt) {

  private static final Set<String> DONE = Set.of("completed", "signed");

  boolean pending() {
    return status == null || !DONE.contains(status.toLowerCase(Locale.ROOT));
  }

  boolean ofCustomer() {
    return "CUSTOMER".equalsIgnoreCase(side);
  }

  int place() {
    return order == null ? Integer.MAX_VALUE : order;
  }
}
