package dev.onboarding.coordinator.pipeline;

import dev.onboarding.coordinator.pipeline.CompanySettings.TierThresholds;
import dev.onboarding.model.Money;
import dev.onboarding.model.finding.OpportunityFinding;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Which tier was sold, as the provisioning server spells it: the one the deal names, else the one
/// its amount reaches.
final class TierChoice {

  private static final String LEAST = "STARTER";
  private static final Set<String> TIERS = Set.of("ENTERPRISE", "GROWTH", LEAST);

  private final Map<String, TierThresholds> thresholds;

  TierChoice(Map<String, TierThresholds> thresholds) {
    this.thresholds = thresholds;
  }

  /// Where neither is told (no amount, or a currency without thresholds) the least tier, because
  /// giving more later is easier than taking back.
  String of(OpportunityFinding deal) {
    var named = deal.tier() == null ? "" : deal.tier().strip().toUpperCase(Locale.ROOT);
    if (TIERS.contains(named)) {
      return named;
    }
    return deal.amount() == null ? LEAST : byAmount(deal.amount());
  }

  private String byAmount(Money amount) {
    var limits = thresholds.get(amount.currency());
    if (limits == null) {
      return LEAST;
    }
    if (amount.amount().compareTo(limits.enterprise()) >= 0) {
      return "ENTERPRISE";
    }
    return amount.amount().compareTo(limits.growth()) >= 0 ? "GROWTH" : LEAST;
  }
}
