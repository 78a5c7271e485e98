package dev.onboarding.coordinator.establish;

import dev.onboarding.model.Money;
import dev.onboarding.model.finding.Evidence;
import dev.onboarding.model.finding.LinkFinding;
import dev.onboarding.model.finding.LinkKind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/// Two amounts for the same thing, compared on one basis; amounts in different currencies are never
/// compared without a rate.
record ValueLink(Money deal, Money other, List<Evidence> evidence) {

  private static final int SCALE = 12;

  static ValueLink between(Money deal, Money other, List<Evidence> evidence) {
    return new ValueLink(deal, other, evidence);
  }

  LinkFinding as(LinkKind kind) {
    Optional<Double> difference = difference();
    return new LinkFinding(
        kind,
        null,
        difference.orElse(null),
        difference.isEmpty(),
        null,
        deal.toString(),
        other.toString(),
        sentence(),
        evidence);
  }

  /// Relative to the deal; against a deal of nothing, anything at all is the whole difference.
  private Optional<Double> difference() {
    if (!deal.sameCurrencyAs(other)) {
      return Optional.empty();
    }
    BigDecimal apart = deal.minus(other).amount().abs();
    if (deal.isZero()) {
      return Optional.of(apart.signum() == 0 ? 0.0 : 1.0);
    }
    return Optional.of(
        apart.divide(deal.amount().abs(), SCALE, RoundingMode.HALF_EVEN).doubleValue());
  }

  private String sentence() {
    return deal.sameCurrencyAs(other)
        ? "The deal is worth %s, the other side says %s.".formatted(deal, other)
        : "The deal is worth %s, the other side says %s: two currencies and no rate."
            .formatted(deal, other);
  }
}
