package dev.onboarding.sandbox.story;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// Money in the customer's favour that is applied to no invoice.
///
/// @param kind credit for a credit memo, payment for an unapplied payment
public record CreditData(
    String kind, BigDecimal amount, @Nullable String currency, int customer, When date) {}
