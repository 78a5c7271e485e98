package dev.onboarding.salesforce.records;

import dev.onboarding.salesforce.org.Row;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An account as the CRM holds it.
///
/// @param masterRecordId the account it was merged into; only reported, never followed
/// @param currency only in an org with several currencies
public record AccountRecord(
    @Nullable String id,
    @Nullable String name,
    @Nullable String externalKey,
    boolean isDeleted,
    @Nullable String masterRecordId,
    @Nullable String billingCountry,
    @Nullable String industry,
    @Nullable String type,
    @Nullable String ownerId,
    @Nullable String parentId,
    @Nullable String currency,
    @Nullable String timeZone,
    @Nullable Instant lastModified) {

  static AccountRecord of(Row row, FieldProperties fields) {
    return new AccountRecord(
        row.text("Id"),
        row.text("Name"),
        row.text(fields.custom().externalKey()),
        row.flag("IsDeleted"),
        row.text("MasterRecordId"),
        row.text("BillingCountry"),
        row.text("Industry"),
        row.text("Type"),
        row.text("OwnerId"),
        row.text("ParentId"),
        row.text("CurrencyIsoCode"),
        row.text(fields.custom().timeZone()),
        row.moment("LastModifiedDate"));
  }
}
