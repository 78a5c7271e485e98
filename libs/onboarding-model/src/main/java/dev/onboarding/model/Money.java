package dev.onboarding.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Locale;

/// An amount in one currency, held at that currency's own number of decimals.
///
/// @param amount major units, for example `1200.00`
/// @param currency ISO 4217 code
public record Money(BigDecimal amount, String currency) {

  /// @throws IllegalArgumentException when the currency is no ISO 4217 code
  public Money {
    amount = amount.setScale(decimals(currency), RoundingMode.HALF_EVEN);
  }

  public static Money of(String amount, String currency) {
    return new Money(new BigDecimal(amount), currency);
  }

  public static Money zero(String currency) {
    return new Money(BigDecimal.ZERO, currency);
  }

  /// @param minor in the currency's smallest unit
  /// @throws IllegalArgumentException when the currency is no ISO 4217 code
  public static Money ofMinor(long minor, String currency) {
    return new Money(BigDecimal.valueOf(minor, decimals(currency)), currency);
  }

  /// The amount in the currency's smallest unit (cents for USD, yen for JPY).
  public long minor() {
    return amount.unscaledValue().longValueExact();
  }

  public boolean isZero() {
    return amount.signum() == 0;
  }

  public boolean sameCurrencyAs(Money other) {
    return currency.equals(other.currency);
  }

  /// @throws IllegalArgumentException when the currencies differ: money never crosses currencies
  ///   silently
  public Money plus(Money other) {
    return new Money(amount.add(inSameCurrency(other).amount), currency);
  }

  /// @throws IllegalArgumentException when the currencies differ
  public Money minus(Money other) {
    return new Money(amount.subtract(inSameCurrency(other).amount), currency);
  }

  private Money inSameCurrency(Money other) {
    if (!sameCurrencyAs(other)) {
      throw new IllegalArgumentException(
          "%s and %s are not the same currency".formatted(this, other));
    }
    return other;
  }

  private static int decimals(String currency) {
    return Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%,." + amount.scale() + "f %s", amount, currency);
  }
}
