package dev.onboarding.adviser.budget;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// The most that advice may take, whichever is reached first.
public record BudgetLimits(
    @DefaultValue("20000") long tokensPerRun,
    @DefaultValue("0.05") BigDecimal usdPerRun,
    @DefaultValue("5000000") long tokensPerDay,
    @DefaultValue("10") BigDecimal usdPerDay) {

  private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000);

  /// @throws IllegalArgumentException when a limit is negative or beyond any use
  public BudgetLimits {
    if (tokensPerRun < 0 || tokensPerDay < 0 || isOut(usdPerRun) || isOut(usdPerDay)) {
      throw new IllegalArgumentException(
          "onboarding.adviser.budget must hold limits from 0 to %s".formatted(MOST));
    }
  }

  private static boolean isOut(BigDecimal usd) {
    return usd.signum() < 0 || usd.compareTo(MOST) > 0;
  }

  static long micro(BigDecimal usd) {
    return usd.movePointRight(6).setScale(0, RoundingMode.DOWN).longValueExact();
  }
}
