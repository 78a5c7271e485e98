package dev.onboarding.model;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What a specialist agent is handed about one account: who it is, what was sold, and which day it
/// is there.
///
/// @param accountId Salesforce id, 18 characters
/// @param today the calendar day in the account's own zone, so that no agent reads a clock
/// @param deal the opportunity that was picked; null when none exists
/// @param contract the contract row of the CRM that the deal names; null when it names none
public record AccountContext(
    String accountId,
    @Nullable String externalKey,
    String accountName,
    LocalDate today,
    @Nullable Deal deal,
    @Nullable CrmContract contract) {

  /// The opportunity that was picked.
  public record Deal(
      String id,
      @Nullable Money amount,
      @Nullable LocalDate closeDate,
      @Nullable String contractId) {}

  /// The CRM's own contract row.
  ///
  /// @param statusCode Draft, InApproval, Activated, Terminated or Expired, whatever the org's
  ///   label
  /// @param status the org's label, for people
  /// @param envelopeId the signature envelope it names, when the CRM holds it
  public record CrmContract(
      String id,
      @Nullable String number,
      @Nullable String statusCode,
      @Nullable String status,
      @Nullable String envelopeId,
      @Nullable LocalDate startDate,
      @Nullable LocalDate endDate) {}
}
