package dev.onboarding.clm.contract;

import dev.onboarding.model.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One contract, or one amendment of it: an envelope, an agreement, or both joined.
///
/// @param envelopeId null when it was signed on paper
/// @param agreementId null when the repository holds none
/// @param type what kind of document it is, in the repository's words: `Master Service Agreement`
/// @param status null when DocuSign's status is not known here; `statusRaw` then says what it is
/// @param crmAccountId the account that the envelope names
/// @param signingDeadline until when it can be signed; says nothing about the term
/// @param effectiveDate as written, in the place's own calendar
/// @param effectiveSource null when no part states that day; each day has its own source
/// @param terminated ended before its term
/// @param paymentTerms for example `THIRTY_DAYS`
/// @param parentDocumentId the document that this one amends
/// @param reviewed whether a person confirmed the terms that a machine read; null when there are
///   none
public record Contract(
    @Nullable String envelopeId,
    @Nullable String agreementId,
    @Nullable String title,
    @Nullable String type,
    @Nullable ContractStatus status,
    @Nullable String statusRaw,
    @Nullable String crmAccountId,
    List<Signatory> signatories,
    @Nullable Instant signingDeadline,
    @Nullable Instant sentAt,
    @Nullable Instant completedAt,
    @Nullable Instant lastChangedAt,
    @Nullable LocalDate effectiveDate,
    @Nullable LocalDate expiryDate,
    @Nullable DateSource effectiveSource,
    @Nullable DateSource expirySource,
    boolean terminated,
    @Nullable RenewalType renewalType,
    @Nullable Money value,
    @Nullable String paymentTerms,
    @Nullable String documentId,
    @Nullable String parentDocumentId,
    boolean onPaper,
    @Nullable Boolean reviewed) {

  public Contract {
    signatories = List.copyOf(signatories);
  }
}
