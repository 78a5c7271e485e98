package dev.onboarding.salesforce.records;

import dev.onboarding.salesforce.org.Row;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A contract as the CRM holds it, which is not the signed document.
///
/// @param statusCode Draft, InApproval, Activated, Terminated or Expired, whatever the org's label
/// @param contractTerm months
/// @param envelopeId the signature envelope, when the CRM holds it
public record ContractRecord(
    @Nullable String id,
    @Nullable String accountId,
    @Nullable String contractNumber,
    @Nullable String statusCode,
    @Nullable String status,
    @Nullable LocalDate startDate,
    @Nullable LocalDate endDate,
    @Nullable Integer contractTerm,
    @Nullable String envelopeId,
    boolean isDeleted) {

  static ContractRecord of(Row row, FieldProperties fields) {
    return new ContractRecord(
        row.text("Id"),
        row.text("AccountId"),
        row.text("ContractNumber"),
        row.text("StatusCode"),
        row.text("Status"),
        row.date("StartDate"),
        row.date("EndDate"),
        row.integer("ContractTerm"),
        row.text(fields.custom().envelope()),
        row.flag("IsDeleted"));
  }
}
