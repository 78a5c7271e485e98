package dev.onboarding.coordinator.establish;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The coordinator's own, tolerant reading of `salesforce_get_onboarding_snapshot`; every component
/// may be missing on the wire.
///
/// @param lookedUp the reference the CRM was asked for
/// @param accountsMatching how many accounts carry it
/// @param namedOpportunity the opportunity that was asked for by its id, whichever account it is of
public record CrmSnapshot(
    @Nullable String lookedUp,
    @Nullable Integer accountsMatching,
    @Nullable Account account,
    @Nullable Owner owner,
    List<Opportunity> opportunities,
    @Nullable Opportunity namedOpportunity,
    List<Contract> contracts) {

  public CrmSnapshot {
    opportunities = present(opportunities);
    contracts = present(contracts);
  }

  private static <T> List<T> present(@Nullable List<T> list) {
    return list == null ? List.of() : List.copyOf(list);
  }

  /// The customer's row.
  public record Account(
      @Nullable String id,
      @Nullable String name,
      @Nullable String externalKey,
      @Nullable Boolean isDeleted,
      @Nullable String masterRecordId,
      @Nullable String billingCountry,
      @Nullable String industry,
      @Nullable String type,
      @Nullable String ownerId,
      @Nullable String parentId,
      @Nullable String currency,
      @Nullable String timeZone,
      @Nullable String lastModified) {}

  /// The user who owns the account.
  public record Owner(
      @Nullable String id,
      @Nullable String name,
      @Nullable String email,
      @Nullable Boolean isActive,
      @Nullable String profileId,
      @Nullable String title,
      @Nullable String department,
      @Nullable String managerId) {}

  /// A deal of the account.
  public record Opportunity(
      @Nullable String id,
      @Nullable String accountId,
      @Nullable String name,
      @Nullable String stageName,
      @Nullable String type,
      @Nullable Boolean isWon,
      @Nullable Boolean isClosed,
      @Nullable Boolean isDeleted,
      @Nullable BigDecimal amount,
      @Nullable String currency,
      @Nullable LocalDate closeDate,
      @Nullable String contractId,
      @Nullable String tier,
      @Nullable String ownerId) {}

  /// A contract row of the CRM.
  public record Contract(
      @Nullable String id,
      @Nullable String accountId,
      @Nullable String contractNumber,
      @Nullable String statusCode,
      @Nullable String status,
      @Nullable LocalDate startDate,
      @Nullable LocalDate endDate,
      @Nullable Integer contractTerm,
      @Nullable String envelopeId,
      @Nullable Boolean isDeleted) {}
}
