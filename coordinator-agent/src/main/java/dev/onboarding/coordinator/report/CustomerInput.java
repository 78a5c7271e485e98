package dev.onboarding.coordinator.report;

import java.net.URI;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// All that the customer's later mails may say.
public sealed interface CustomerInput {

  /// Where to learn.
  ///
  /// @param personName who is written to; null when only an address is known
  record Training(
      String accountName,
      @Nullable String personName,
      String tier,
      @Nullable URI loginAddress,
      URI trainingAddress,
      String correlation)
      implements CustomerInput {}

  /// What is late.
  record Late(
      String accountName,
      String tenantId,
      String task,
      @Nullable LocalDate due,
      int days,
      boolean escalated)
      implements CustomerInput {}
}
