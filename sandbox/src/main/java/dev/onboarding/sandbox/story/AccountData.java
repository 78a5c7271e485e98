package dev.onboarding.sandbox.story;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// The account in the CRM.
///
/// @param owned false when OwnerId is empty
/// @param mergedInto the key of the account that this one was merged into
/// @param parent the key of the parent account
/// @param external the value of the external key field; the story's key unless stated
public record AccountData(
    @Nullable String name,
    @Nullable String billingCountry,
    @Nullable String industry,
    String type,
    @Nullable BigDecimal annualRevenue,
    @Nullable Integer employees,
    @Nullable String timeZone,
    boolean owned,
    boolean deleted,
    @Nullable String mergedInto,
    @Nullable String parent,
    @Nullable String external,
    When modified) {}
