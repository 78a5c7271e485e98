package dev.onboarding.allinone.bench;

import java.util.Map;

/// How a measured system is set up.
enum Setup {
  /// As `onboarding up` starts it.
  AS_SHIPPED(Map.of()),

  /// The outside world's quotas lifted, so that only our own work limits what is done.
  UNLIMITED(
      Map.ofEntries(
          Map.entry("SANDBOX_CALLSKEPT", "1000"),
          Map.entry("SANDBOX_SALESFORCE_DAILYLIMIT", "100000000"),
          Map.entry("SANDBOX_NETSUITE_CONCURRENCY", "1000"),
          Map.entry("SANDBOX_DOCUSIGN_HOURLYLIMIT", "100000000"),
          Map.entry("SANDBOX_DOCUSIGN_BURSTLIMIT", "100000000"),
          Map.entry("NETSUITE_CONNECTION_LIMITS_PERMITS", "64"),
          Map.entry("SLACK_RATE", "0")));

  private final Map<String, String> environment;

  Setup(Map<String, String> environment) {
    this.environment = environment;
  }

  Map<String, String> environment() {
    return environment;
  }
}
