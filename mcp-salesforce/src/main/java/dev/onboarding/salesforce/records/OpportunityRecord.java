package dev.onboarding.salesforce.records;

import dev.onboarding.salesforce.org.Row;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A deal as the CRM holds it.
///
/// @param amount major units of `currency`
/// @param currency set whenever the amount is
/// @param tier the product tier that was sold, in the org's own words
public record OpportunityRecord(
    @Nullable String id,
    @Nullable String accountId,
    @Nullable String name,
    @Nullable String stageName,
    @Nullable String type,
    boolean isWon,
    boolean isClosed,
    boolean isDeleted,
    @Nullable BigDecimal amount,
    @Nullable String currency,
    @Nullable LocalDate closeDate,
    @Nullable String contractId,
    @Nullable String tier,
    @Nullable String ownerId) {

  static OpportunityRecord of(Row row, FieldProperties fields) {
    BigDecimal amount = row.decimal("Amount");
    String currency = row.text("CurrencyIsoCode");
    return new OpportunityRecord(
        row.text("Id"),
        row.text("AccountId"),
        row.text("Name"),
        row.text("StageName"),
        row.text("Type"),
        row.flag("IsWon"),
        row.flag("IsClosed"),
        row.flag("IsDeleted"),
        amount,
        currency == null && amount != null ? fields.corporateCurrency() : currency,
        row.date("CloseDate"),
        row.text("ContractId"),
        row.text(fields.custom().tier()),
        row.text("OwnerId"));
  }
}
