package dev.onboarding.coordinator.pipeline;

import dev.onboarding.model.Failure;

/// What became of reading one account among many.
public sealed interface AccountReading {

  /// As it was asked for.
  String account();

  /// Read; what could not be read of it is a failed domain, as in a run of its own.
  record Read(String account, Gathered gathered) implements AccountReading {}

  /// Nothing can be asked about it, because of how it is named.
  record Refused(String account, Failure failure) implements AccountReading {}

  /// Its outcome is known otherwise, so nobody else was asked.
  ///
  /// @param accountId Salesforce id
  record Known(String account, String accountId) implements AccountReading {}
}
