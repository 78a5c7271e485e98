package dev.onboarding.adviser.budget;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onboarding.adviser.model.ModelFacts;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class LedgerTests {

  private static final ModelFacts FACTS =
      new ModelFacts("openai:x", BigDecimal.ONE, BigDecimal.TEN, true, true, true);
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-30T23:59:00Z"), ZoneOffset.UTC);

  private final LocalLedger ledger = new LocalLedger();

  private Spending spending(long tokensPerRun) {
    return new Spending(
        ledger,
        new BudgetLimits(tokensPerRun, new BigDecimal("1"), 10_000, new BigDecimal("1")),
        CLOCK);
  }

  @Test
  void addsEverythingOrNothing() {
    var fits = new Ledger.Entry("day:1", 10, 0, 100, 100);
    var exceeds = new Ledger.Entry("run:1", 10, 0, 5, 100);

    assertThat(ledger.spend(List.of(fits, exceeds))).contains("run:1");
    assertThat(ledger.spend(List.of(new Ledger.Entry("day:1", 100, 0, 100, 100)))).isEmpty();
  }

  @Test
  void setsAsideTheMostAndGivesBackTheRest() {
    Spending spending = spending(1_500);

    var first = spending.reserve("a", FACTS, 300, 1_000);
    var second = spending.reserve("a", FACTS, 300, 1_000);
    spending.settle(first, FACTS, 100, 50);
    var third = spending.reserve("a", FACTS, 300, 1_000);

    assertThat(first.granted()).isTrue();
    assertThat(second.runExhausted()).isTrue();
    assertThat(third.granted()).isTrue();
  }

  @Test
  void billsAReplyThatDoesNotSayWhatItUsedInFull() {
    var reserved = spending(10_000).reserve("a", FACTS, 300, 1_000);

    assertThat(spending(10_000).settle(reserved, FACTS, 0, 0)).isEqualTo(reserved.microUsd());
  }

  @Test
  void givesBackWhatWasNotAsked() {
    Spending spending = spending(1_200);

    spending.release(spending.reserve("a", FACTS, 300, 1_000));

    assertThat(spending.reserve("a", FACTS, 300, 1_000).granted()).isTrue();
  }
}
