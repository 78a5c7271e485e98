package dev.onboarding.sandbox.story;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// An agreement in DocuSign's agreement repository.
///
/// @param status PENDING, COMPLETE or INACTIVE
/// @param envelope which of the story's envelopes it came from, counted from 0; null for paper
/// @param parent which of the story's agreements it amends, counted from 0
public record AgreementData(
    String title,
    String type,
    String status,
    String reviewStatus,
    @Nullable Integer envelope,
    @Nullable Integer parent,
    @Nullable When effective,
    @Nullable When expiration,
    @Nullable When execution,
    @Nullable BigDecimal value,
    @Nullable String currency,
    @Nullable String paymentTerms,
    @Nullable String renewal,
    @Nullable String renewalNotice,
    @Nullable String governingLaw,
    String summary) {}
