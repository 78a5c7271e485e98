package dev.onboarding.model;

import java.math.BigDecimal;
import java.time.LocalDate;

/// What one unit of a currency was worth in another on a day.
///
/// @param rate above zero
/// @param from ISO 4217 code of the currency that is converted
/// @param to ISO 4217 code of the currency it becomes
public record ExchangeRate(BigDecimal rate, String from, String to, LocalDate date) {

  /// @throws IllegalArgumentException when the rate is not above zero
  public ExchangeRate {
    if (rate.signum() <= 0) {
      throw new IllegalArgumentException("A rate of %s converts nothing".formatted(rate));
    }
  }

  public boolean converts(Money amount, String currency) {
    return from.equals(amount.currency()) && to.equals(currency);
  }

  /// @throws IllegalArgumentException when the amount is in another currency than `from`
  public Money convert(Money amount) {
    if (!from.equals(amount.currency())) {
      throw new IllegalArgumentException("%s is not in %s".formatted(amount, from));
    }
    return new Money(amount.amount().multiply(rate), to);
  }

  @Override
  public String toString() {
    return "%s %s per %s of %s"
        .formatted(rate.stripTrailingZeros().toPlainString(), to, from, date);
  }
}
