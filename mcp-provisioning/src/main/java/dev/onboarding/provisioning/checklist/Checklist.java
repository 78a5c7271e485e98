package dev.onboarding.provisioning.checklist;

import dev.onboarding.provisioning.tenant.ServiceTier;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The checklist of a tenant, without its tasks.
///
/// @param customerEmail who is reminded of the customer's tasks
/// @param templateVersion the version of the template it was made from
/// @param startDate the day the due dates count from, in the customer's zone
record Checklist(
    UUID checklistId,
    UUID tenantId,
    String accountId,
    @Nullable String accountName,
    @Nullable String customerEmail,
    ServiceTier tier,
    String templateVersion,
    LocalDate startDate,
    ZoneId timeZone) {}
