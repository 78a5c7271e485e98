package dev.onboarding.model.finding;

import dev.onboarding.model.Money;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Whether a contract is in force, signed by whom, and until when.
///
/// @param choice why this contract was picked among those found
/// @param signatoryName the customer's signatory, to whom the welcome is addressed
/// @param signatoryEmail where that person is reached
public record ContractFinding(
    @Fact("How many contracts were found for the account.") int count,
    @Fact(
            "How many of them can be the deal's: neither void, declined nor over, and of no other kind; amendments do not count.")
        int candidates,
    @Fact("Whether several can be the deal's and the CRM names none of them.") boolean ambiguous,
    @Fact(
            "Whether the picked document is of another kind, such as a non-disclosure agreement, by its type or its title.")
        boolean otherKind,
    @Fact(
            "Id of the envelope, or of the agreement when it was signed on paper; absent when none was found or it has none.")
        @Nullable String id,
    @Fact("How far the contract is; absent when none was found.") @Nullable ContractState state,
    @Fact("Account the contract names; absent when it names none.") @Nullable String accountId,
    @Fact("Day it takes effect; absent when no source says.") @Nullable LocalDate effectiveDate,
    @Fact("Day it ends; absent when no source says.") @Nullable LocalDate expiryDate,
    @Fact(
            "Which source gave the day it takes effect: agreement, envelope or crm; absent when none did.")
        @Nullable String effectiveSource,
    @Fact("Which source gave the day it ends: agreement, envelope or crm; absent when none did.")
        @Nullable String expirySource,
    @Fact("Whether it renews by itself.") boolean renewing,
    @Fact("Whether the expiry date has passed.") boolean expiryPassed,
    @Fact("Whether the effective date is still to come.") boolean notYetEffective,
    @Fact("Whether it was ended before its term, as the contract system or the CRM says.")
        boolean terminated,
    @Fact(
            "Status of the CRM's own contract: Draft, InApproval, Activated, Terminated or Expired; absent when the deal names none.")
        @Nullable String crmStatus,
    @Fact("Day it starts as the CRM says; absent when the CRM does not say.")
        @Nullable LocalDate crmStartDate,
    @Fact("Day it ends as the CRM says; absent when the CRM does not say.")
        @Nullable LocalDate crmEndDate,
    @Fact("Whether it was signed on paper, without an envelope.") boolean onPaper,
    @Fact("How many signatories have not signed; carbon copies do not count.")
        int pendingSignatories,
    @Fact("Executed amendments that are in effect over the contract.") int amendments,
    @Fact("Value of the contract; absent when not stated.") @Nullable Money value,
    @Fact(
            "Payment terms as written in the contract or its latest amendment; absent when not stated.")
        @Nullable String paymentTerms,
    @Fact("Whether a person confirmed the extracted terms; absent when nobody says.")
        @Nullable Boolean reviewed,
    @Personal @Nullable String signatoryName,
    @Personal @Nullable String signatoryEmail,
    @Personal String choice,
    @Personal String sentence,
    List<Evidence> evidence)
    implements Finding {

  public ContractFinding {
    evidence = List.copyOf(evidence);
  }

  @Override
  public Domain domain() {
    return Domain.CONTRACT;
  }
}
