package dev.onboarding.model.finding;

import dev.onboarding.model.ExchangeRate;
import dev.onboarding.model.Money;
import org.jspecify.annotations.Nullable;

/// What one invoice bills after discount and before tax, in its own currency.
///
/// @param rate the invoice's own rate into the books' currency; absent when none is stated
public record BilledAmount(Money net, @Nullable ExchangeRate rate) {}
