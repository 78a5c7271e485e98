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
    "Enterprise, 1.00,      USD, enterprise",
    "GROWTH,     999999.00, USD, growth",
    "' starter ',999999.00, USD, starter",
    "Platinum,   100000.00, USD, enterprise",
    ",           100000.00, USD, enterprise",
    ",           99999.99,  USD, growth",
    ",           25000.00,  USD, growth",
    ",           24999.99,  USD, starter",
    ",           9000000,   JPY, enterprise",
    ",           100000,    JPY, starter",
    ",           500000.00, CAD, starter"
  })
  void isTheOneTheDealNamesElseTheOneItsAmountReaches(
      String named, String amount, String currency, String tier) {
    assertThat(tiers.of(deal(named, Money.of(amount, currency)))).isEqualTo(tier);
  }

  @ParameterizedTest
  @CsvSource({"growth, growth", ", starter"})
  void isTheLeastWhenNothingTellsIt(String named, String tier) {
    assertThat(tiers.of(deal(named, null))).isEqualTo(tier);
  }

  private static OpportunityFinding deal(String tier, Money amount) {
    return new OpportunityFinding(
        1, 1, false, "006", "001", "Deal", "Won", true, amount, null, null, tier, "only", "won",
        List.of());
  }
}
