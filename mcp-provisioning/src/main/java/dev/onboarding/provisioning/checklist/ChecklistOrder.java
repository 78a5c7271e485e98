package dev.onboarding.provisioning.checklist;

import dev.onboarding.model.AccountReference;
import dev.onboarding.model.Failure;
import dev.onboarding.model.FailureException;
import dev.onboarding.provisioning.tenant.GivenText;
import dev.onboarding.provisioning.tenant.ServiceTier;
import dev.onboarding.provisioning.tenant.TenantIdentity;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// For whom a checklist is asked, and from which day on.
record ChecklistOrder(
    UUID tenantId,
    String accountId,
    @Nullable String accountName,
    @Nullable String customerEmail,
    ServiceTier tier,
    LocalDate startDate,
    ZoneId timeZone) {

  /// @param startDate a day, or an instant, which is a day in the zone
  /// @throws FailureException naming the argument that is not what it should be
  static ChecklistOrder of(
      String tenantId, String accountId, String tier, String startDate, String timeZone) {
    ZoneId zone = CalendarDay.zone(timeZone);
    return new ChecklistOrder(
        TenantIdentity.parse("tenant_id", tenantId),
        account(accountId),
        null,
        null,
        ServiceTier.parse(tier),
        CalendarDay.parse("start_date", startDate).in(zone),
        zone);
  }

  /// @throws FailureException naming the argument that cannot be kept
  ChecklistOrder with(@Nullable String name, @Nullable String email) {
    return new ChecklistOrder(
        tenantId,
        accountId,
        name == null ? null : GivenText.of("account_name", name, 255, "INVALID_TEXT"),
        email == null ? null : GivenText.of("customer_email", email, 320, "INVALID_TEXT"),
        tier,
        startDate,
        timeZone);
  }

  Checklist checklist(String templateVersion) {
    return new Checklist(
        TenantIdentity.within(tenantId, "checklist"),
        tenantId,
        accountId,
        accountName,
        customerEmail,
        tier,
        templateVersion,
        startDate,
        timeZone);
  }

  private static String account(String text) {
    try {
      return new AccountReference(text).value();
    } catch (IllegalArgumentException e) {
      throw new FailureException(
          Failure.invalid("INVALID_ACCOUNT_ID", String.valueOf(e.getMessage())));
    }
  }
}
