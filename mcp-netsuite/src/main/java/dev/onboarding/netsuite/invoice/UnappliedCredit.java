package dev.onboarding.netsuite.invoice;

import dev.onboarding.model.Money;
import org.jspecify.annotations.Nullable;

/// A credit memo, payment or deposit of which something is left to apply.
public record UnappliedCredit(String id, @Nullable String number, Money remaining) {}
