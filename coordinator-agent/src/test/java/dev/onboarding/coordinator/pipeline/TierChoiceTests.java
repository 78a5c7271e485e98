package dev.onboarding.coordinator.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onboarding.coordinator.pipeline.CompanySettings.TierThresholds;
import dev.onboarding.model.Money;
import dev.onboarding.model.finding.OpportunityFinding;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TierChoiceTests {

  private final TierChoice tiers =
      new TierChoice(
          Map.of(
              "USD", new TierThresholds(new BigDecimal("100000"), new BigDecimal("25000")),
              "JPY", new TierThresholds(new BigDecimal("9000000"), new BigDecimal("3000000"))));

  @ParameterizedTest
  @CsvSource({
    "Enterprise, 1.00,      USD, ENTERPRISE",
    "GROWTH,     999999.00, USD, GROWTH",
    "' starter ',999999.00, USD, STARTER",
    "Platinum,   100000.00, USD, ENTERPRISE",
    ",           100000.00, USD, ENTERPRISE",
    ",           99999.99,  USD, GROWTH",
    ",           25000.00,  USD, GROWTH",
    ",           24999.99,  USD, STARTER",
    ",           9000000,   JPY, ENTERPRISE",
    ",           100000,    JPY, STARTER",
    ",           500000.00, CAD, STARTER"
  })
  void isTheOneTheDealNamesElseTheOneItsAmountReaches(
      String named, String amount, String currency, String tier) {
    assertThat(tiers.of(deal(named, Money.of(amount, currency)))).isEqualTo(tier);
  }

  @ParameterizedTest
  @CsvSource({"growth, GROWTH", ", STARTER"})
  void isTheLeastWhenNothingTellsIt(String named, String tier) {
    assertThat(tiers.of(deal(named, null))).isEqualTo(tier);
  }

  private static OpportunityFinding deal(String tier, Money amount) {
    return new OpportunityFinding(
        1, 1, false, "006", "001", "Deal", "Won", true, amount, null, null, tier, "only", "won",
        List.of());
  }
}
