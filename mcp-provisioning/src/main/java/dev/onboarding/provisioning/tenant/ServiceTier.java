package dev.onboarding.provisioning.tenant;

import dev.onboarding.model.Failure;
import dev.onboarding.model.FailureException;
import java.util.Locale;

/// What was sold; each tier is one plan of the provisioner.
public enum ServiceTier {
  ENTERPRISE(new Entitlements(100, 500, 10_000, true, true, false, true)),
  GROWTH(new Entitlements(25, 100, 5_000, false, true, false, false)),
  STARTER(new Entitlements(5, 25, 1_000, false, false, true, false));

  private final Entitlements entitlements;

  ServiceTier(Entitlements entitlements) {
    this.entitlements = entitlements;
  }

  public Entitlements entitlements() {
    return entitlements;
  }

  /// The name of the plan in the provisioner's catalogue.
  public String plan() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// @throws FailureException `UNKNOWN_TIER` when the text names none
  public static ServiceTier parse(String text) {
    for (ServiceTier tier : values()) {
      if (tier.name().equalsIgnoreCase(text)) {
        return tier;
      }
    }
    throw new FailureException(
        Failure.invalid(
            "UNKNOWN_TIER", "'%s' is no tier: give ENTERPRISE, GROWTH or STARTER".formatted(text)));
  }
}
