package dev.onboarding.coordinator.establish;

import dev.onboarding.model.ExchangeRate;
import dev.onboarding.model.Money;
import dev.onboarding.model.finding.BilledAmount;
import dev.onboarding.model.finding.Evidence;
import dev.onboarding.model.finding.LinkFinding;
import dev.onboarding.model.finding.LinkKind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the deal is worth beside what another system says, compared in the deal's currency. What is
/// in another is converted for this comparison alone, by its own stated rate of a stated day;
/// without one, nothing is compared.
///
/// @param what the other side, for people
/// @param others the amounts that together stand against the deal; at least one
record ValueLink(Money deal, String what, List<BilledAmount> others, List<Evidence> evidence) {

  private static final int SCALE = 12;

  LinkFinding as(LinkKind kind) {
    Optional<Money> total = total();
    return new LinkFinding(
        kind,
        null,
        total.map(this::difference).orElse(null),
        foreign().findAny().isPresent(),
        total.isEmpty() ? null : rateDate(),
        deal.toString(),
        said(),
        sentence(),
        evidence);
  }

  private Stream<BilledAmount> foreign() {
    return others.stream().filter(other -> !other.net().sameCurrencyAs(deal));
  }

  /// All of them in the deal's currency; absent as soon as one lacks a rate that leads there.
  private Optional<Money> total() {
    Money total = Money.zero(deal.currency());
    for (BilledAmount other : others) {
      Money converted = converted(other);
      if (converted == null) {
        return Optional.empty();
      }
      total = total.plus(converted);
    }
    return Optional.of(total);
  }

  private @Nullable Money converted(BilledAmount other) {
    if (other.net().sameCurrencyAs(deal)) {
      return other.net();
    }
    ExchangeRate rate = other.rate();
    return rate != null && rate.converts(other.net(), deal.currency())
        ? rate.convert(other.net())
        : null;
  }

  /// The oldest day, where several rates were used.
  private @Nullable LocalDate rateDate() {
    return rates().map(ExchangeRate::date).min(LocalDate::compareTo).orElse(null);
  }

  private Stream<ExchangeRate> rates() {
    return foreign().map(BilledAmount::rate).filter(Objects::nonNull).distinct();
  }

  /// Relative to the deal; against a deal of nothing, anything at all is the whole difference.
  private double difference(Money total) {
    BigDecimal apart = deal.minus(total).amount().abs();
    if (deal.isZero()) {
      return apart.signum() == 0 ? 0.0 : 1.0;
    }
    return apart.divide(deal.amount().abs(), SCALE, RoundingMode.HALF_EVEN).doubleValue();
  }

  /// Each currency's sum, and what they come to by which rate where that was needed.
  private String said() {
    Map<String, Money> sums = new LinkedHashMap<>();
    others.forEach(other -> sums.merge(other.net().currency(), other.net(), Money::plus));
    String stated =
        sums.values().stream().map(Money::toString).collect(Collectors.joining(" and "));
    return foreign().findAny().isEmpty()
        ? stated
        : total().map(total -> stated + ", which is " + total + " at " + used()).orElse(stated);
  }

  private String used() {
    return rates().map(ExchangeRate::toString).collect(Collectors.joining(" and "));
  }

  private String sentence() {
    return "The deal is worth %s, the %s says %s%s."
        .formatted(deal, what, said(), total().isPresent() ? "" : ": two currencies and no rate");
  }
}
