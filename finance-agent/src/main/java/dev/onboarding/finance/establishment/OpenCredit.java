package dev.onboarding.finance.establishment;

import dev.onboarding.model.Money;
import org.jspecify.annotations.Nullable;

/// A credit memo of which something is not applied to any invoice.
public record OpenCredit(@Nullable String id, @Nullable String number, Money remaining) {}
