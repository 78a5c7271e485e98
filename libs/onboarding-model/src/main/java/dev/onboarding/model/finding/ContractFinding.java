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
    @Fact(
            value = "How many contracts were found for the account.",
            from = {"envelope.envelopeId", "agreement.id"})
        int count,
    @Fact(
            value =
                "How many of them can be the deal's: neither void, declined nor over, and of no other kind; amendments do not count.",
            from = {"envelope.status", "agreement.type", "agreement.status"})
        int candidates,
    @Fact(
            value = "Whether several can be the deal's and the CRM names none of them.",
            from = {"envelope.status", "Contract.ContractNumber"})
        boolean ambiguous,
    @Fact(
            value =
                "Whether the picked document is of another kind, such as a non-disclosure agreement, by its type or its title.",
            from = {"agreement.type", "envelope.emailSubject"})
        boolean otherKind,
    @Fact(
            value =
                "Id of the envelope, or of the agreement when it was signed on paper; absent when none was found or it has none.",
            from = {"envelope.envelopeId", "agreement.id"})
        @Nullable String id,
    @Fact(
            value = "How far the contract is; absent when none was found.",
            from = {"envelope.status", "recipients.signers.status"})
        @Nullable ContractState state,
    @Fact(
            value = "Account the contract names; absent when it names none.",
            from = {"envelope.customFields", "agreement.parties"})
        @Nullable String accountId,
    @Fact(
            value = "Day it takes effect; absent when no source says.",
            from = {
              "agreement.provisions.effective_date",
              "envelope.customFields",
              "Contract.StartDate"
            })
        @Nullable LocalDate effectiveDate,
    @Fact(
            value = "Day it ends; absent when no source says.",
            from = {
              "agreement.provisions.expiration_date",
              "envelope.customFields",
              "Contract.EndDate"
            })
        @Nullable LocalDate expiryDate,
    @Fact(
            value =
                "Which source gave the day it takes effect: agreement, envelope or crm; absent when none did.",
            from = {
              "agreement.provisions.effective_date",
              "envelope.customFields",
              "Contract.StartDate"
            })
        @Nullable String effectiveSource,
    @Fact(
            value =
                "Which source gave the day it ends: agreement, envelope or crm; absent when none did.",
            from = {
              "agreement.provisions.expiration_date",
              "envelope.customFields",
              "Contract.EndDate"
            })
        @Nullable String expirySource,
    @Fact(value = "Whether it renews by itself.", from = "agreement.provisions.renewal_type")
        boolean renewing,
    @Fact(
            value = "Whether the expiry date has passed.",
            from = {
              "agreement.provisions.expiration_date",
              "envelope.customFields",
              "Contract.EndDate"
            })
        boolean expiryPassed,
    @Fact(
            value = "Whether the effective date is still to come.",
            from = {
              "agreement.provisions.effective_date",
              "envelope.customFields",
              "Contract.StartDate"
            })
        boolean notYetEffective,
    @Fact(
            value = "Whether it was ended before its term, as the contract system or the CRM says.",
            from = {"agreement.status", "Contract.Status"})
        boolean terminated,
    @Fact(
            value =
                "Status of the CRM's own contract: Draft, InApproval, Activated, Terminated or Expired; absent when the deal names none.",
            from = "Contract.Status")
        @Nullable String crmStatus,
    @Fact(
            value = "Day it starts as the CRM says; absent when the CRM does not say.",
            from = "Contract.StartDate")
        @Nullable LocalDate crmStartDate,
    @Fact(
            value = "Day it ends as the CRM says; absent when the CRM does not say.",
            from = "Contract.EndDate")
        @Nullable LocalDate crmEndDate,
    @Fact(
            value = "Whether it was signed on paper, without an envelope.",
            from = "agreement.source_id")
        boolean onPaper,
    @Fact(
            value = "How many signatories have not signed; carbon copies do not count.",
            from = "recipients.signers.status")
        int pendingSignatories,
    @Fact(
            value = "Executed amendments that are in effect over the contract.",
            from = "agreement.related_agreement_documents")
        int amendments,
    @Fact(
            value = "Value of the contract; absent when not stated.",
            from = "agreement.provisions.total_agreement_value")
        @Nullable Money value,
    @Fact(
            value =
                "Payment terms as written in the contract or its latest amendment; absent when not stated.",
            from = "agreement.provisions.payment_terms_due_date")
        @Nullable String paymentTerms,
    @Fact(
            value = "Whether a person confirmed the extracted terms; absent when nobody says.",
            from = "agreement.review_status")
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
