package dev.onboarding.salesforce.records;

import dev.onboarding.salesforce.org.Row;
import org.jspecify.annotations.Nullable;

/// A user of the CRM, such as the owner of an account.
public record UserRecord(
    @Nullable String id,
    @Nullable String name,
    @Nullable String email,
    boolean isActive,
    @Nullable String profileId,
    @Nullable String title,
    @Nullable String department,
    @Nullable String managerId) {

  static UserRecord of(Row row) {
    return new UserRecord(
        row.text("Id"),
        row.text("Name"),
        row.text("Email"),
        row.flag("IsActive"),
        row.text("ProfileId"),
        row.text("Title"),
        row.text("Department"),
        row.text("ManagerId"));
  }
}
