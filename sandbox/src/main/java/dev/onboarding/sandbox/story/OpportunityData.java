package dev.onboarding.sandbox.story;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// A deal in the CRM.
///
/// @param contract which of the story's contracts it names, counted from 0; null for none
public record OpportunityData(
    String name,
    String stage,
    boolean closed,
    boolean won,
    @Nullable BigDecimal amount,
    @Nullable String currency,
    @Nullable When closeDate,
    String type,
    int probability,
    @Nullable String tier,
    @Nullable Integer contract,
    boolean deleted,
    When modified) {}
