package dev.onboarding.adviser.budget;

import dev.onboarding.adviser.model.ModelFacts;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Sets aside what a call may cost at most before it is made, and gives back what it did not use.
public final class Spending {

  private static final int CHARACTERS_PER_TOKEN = 3;
  private static final int OVERHEAD = 60;

  private final Ledger ledger;
  private final BudgetLimits limits;
  private final Clock clock;

  public Spending(Ledger ledger, BudgetLimits limits, Clock clock) {
    this.ledger = ledger;
    this.limits = limits;
    this.clock = clock;
  }

  /// What was set aside, or the account that had not enough.
  ///
  /// @param exhausted null when enough was there
  public record Reservation(
      List<Ledger.Entry> entries, long tokens, long microUsd, @Nullable String exhausted) {

    public boolean granted() {
      return exhausted == null;
    }

    /// Whether it is the run's own budget that is used up.
    public boolean runExhausted() {
      return exhausted != null && exhausted.startsWith("run:");
    }
  }

  /// @param characters that will be sent
  /// @param mostOutput tokens that may come back
  public Reservation reserve(String run, ModelFacts facts, int characters, int mostOutput) {
    long input = (long) characters / CHARACTERS_PER_TOKEN + OVERHEAD;
    long tokens = input + mostOutput;
    long cost = facts.microUsd(input, mostOutput);
    var entries =
        List.of(
            new Ledger.Entry(
                "day:" + LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC),
                tokens,
                cost,
                limits.tokensPerDay(),
                BudgetLimits.micro(limits.usdPerDay())),
            new Ledger.Entry(
                "run:" + run,
                tokens,
                cost,
                limits.tokensPerRun(),
                BudgetLimits.micro(limits.usdPerRun())));
    return new Reservation(entries, tokens, cost, ledger.spend(entries).orElse(null));
  }

  /// Books what was used instead of what was set aside. A reply that does not say what it used has
  /// used all of it.
  ///
  /// @return what it cost, in millionths of a US dollar
  public long settle(Reservation reserved, ModelFacts facts, long input, long output) {
    if (input + output == 0) {
      return reserved.microUsd();
    }
    long cost = facts.microUsd(input, output);
    long tokens = input + output - reserved.tokens();
    ledger.correct(
        reserved.entries().stream()
            .map(entry ->
                new Ledger.Entry(
                    entry.account(),
                    tokens,
                    cost - reserved.microUsd(),
                    entry.mostTokens(),
                    entry.mostMicroUsd()))
            .toList());
    return cost;
  }

  /// Gives everything back: the call was not made, or was refused before it cost anything.
  public void release(Reservation reserved) {
    ledger.correct(
        reserved.entries().stream()
            .map(entry ->
                new Ledger.Entry(
                    entry.account(),
                    -entry.tokens(),
                    -entry.microUsd(),
                    entry.mostTokens(),
                    entry.mostMicroUsd()))
            .toList());
  }
}
