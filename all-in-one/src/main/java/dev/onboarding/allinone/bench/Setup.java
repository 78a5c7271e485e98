package dev.onboarding.allinone.bench;

import java.util.HashMap;
import java.util.Map;

/// How a measured system is set up.
enum Setup {
  /// As `onboarding up` starts it.
  AS_SHIPPED(Map.of()),

  /// The outside world's quotas lifted, so that only our own work limits what is done.
  UNLIMITED(withoutQuotas()),

  /// As [#UNLIMITED], but each coordinator carries only a few runs at a time.
  FEW_AT_A_TIME(with(withoutQuotas(), "ONBOARDING_ENGINE_THREADS", Setup.FEW)),

  /// As shipped, with the sandbox's model.
  WITH_A_MODEL(
      Map.of(
          "OPENAI_API_KEY", "sk-sandbox",
          "OPENAI_BASE_URL", "${ONBOARDING_SANDBOX_URL}/openai/v1"));

  static final String FEW = "4";

  private final Map<String, String> environment;

  Setup(Map<String, String> environment) {
    this.environment = environment;
  }

  Map<String, String> environment() {
    return environment;
  }

  private static Map<String, String> withoutQuotas() {
    return Map.of(
        "SANDBOX_CALLSKEPT", "1000",
        "SANDBOX_SALESFORCE_DAILYLIMIT", "100000000",
        "SANDBOX_NETSUITE_CONCURRENCY", "1000",
        "SANDBOX_DOCUSIGN_HOURLYLIMIT", "100000000",
        "SANDBOX_DOCUSIGN_BURSTLIMIT", "100000000",
        "NETSUITE_CONNECTION_LIMITS_PERMITS", "64",
        "ONBOARDING_INTAKE_PER_SECOND", "100000",
        "ONBOARDING_INTAKE_BURST", "100000",
        "SLACK_RATE", "0");
  }

  private static Map<String, String> with(
      Map<String, String> environment, String name, String value) {
    var more = new HashMap<>(environment);
    more.put(name, value);
    return Map.copyOf(more);
  }
}
