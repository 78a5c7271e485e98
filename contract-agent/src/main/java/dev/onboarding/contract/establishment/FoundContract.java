package dev.onboarding.contract.establishment;

import dev.onboarding.model.Money;
import dev.onboarding.model.finding.ContractState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One contract as the contract system answered it: an envelope, an agreement on paper, or both
/// joined.
///
/// @param type what kind of document it is, for example `Master Service Agreement`
/// @param status one of [ContractState], kept as written: a word that is none is no reason to read
///   nothing
/// @param effectiveSource `agreement` or `envelope`; absent when neither gave that day
/// @param expirySource the same of the last day
/// @param parentDocumentId the document that this one amends
/// @param reviewed whether a person confirmed the extracted terms; absent when nobody says
public record FoundContract(
    @Nullable String envelopeId,
    @Nullable String agreementId,
    @Nullable String title,
    @Nullable String type,
    @Nullable String status,
    @Nullable String statusRaw,
    @Nullable String crmAccountId,
    List<Signatory> signatories,
    @Nullable Instant signingDeadline,
    @Nullable Instant sentAt,
    @Nullable Instant completedAt,
    @Nullable Instant lastChangedAt,
    @Nullable LocalDate effectiveDate,
    @Nullable LocalDate expiryDate,
    @Nullable String effectiveSource,
    @Nullable String expirySource,
    boolean terminated,
    @Nullable String renewalType,
    @Nullable Money value,
    @Nullable String paymentTerms,
    @Nullable String documentId,
    @Nullable String parentDocumentId,
    boolean onPaper,
    @Nullable Boolean reviewed) {

  private static final Set<String> RENEWING = Set.of("AUTO_RENEW", "EVERGREEN");

  public FoundContract {
    signatories = signatories == null ? List.of() : List.copyOf(signatories);
  }

  /// How far it is; null when the word is none of [ContractState], because guessing would be an
  /// answer that nobody gave.
  @Nullable ContractState state() {
    return Arrays.stream(ContractState.values())
        .filter(state -> state.name().equals(status))
        .findFirst()
        .orElse(null);
  }

  /// Whether it was neither voided nor deleted, and so can be the contract of a deal.
  boolean alive() {
    return !ContractState.VOIDED.name().equals(status)
        && !ContractState.DELETED.name().equals(status);
  }

  /// Whether it can be the contract of a deal on this day: signed or still to be signed, not ended,
  /// and its term not over.
  boolean canHold(LocalDate today) {
    boolean open =
        switch (state()) {
          case DRAFT, SENT, SIGNED, EXECUTED -> true;
          case DECLINED, VOIDED, SIGNING_DEADLINE_PASSED, DELETED -> false;
          case null -> true;
        };
    boolean over = expiryDate != null && expiryDate.isBefore(today) && !renewsByItself();
    return open && !terminated && !over;
  }

  /// Whether it is plainly another kind of document than a contract of sale.
  boolean otherKind() {
    return KindOfDocument.isOther(type, title);
  }

  boolean executed() {
    return ContractState.EXECUTED.name().equals(status);
  }

  boolean dated() {
    return effectiveDate != null || expiryDate != null;
  }

  boolean renewsByItself() {
    return renewalType != null && RENEWING.contains(renewalType);
  }

  /// The moment by which "newest" is told: when it was sent, else when it last changed.
  Instant sentOrChanged() {
    if (sentAt != null) {
      return sentAt;
    }
    return lastChangedAt != null ? lastChangedAt : Instant.MIN;
  }

  /// The moment by which "latest executed" is told.
  Instant executedOrChanged() {
    return completedAt != null ? completedAt : sentOrChanged();
  }

  boolean isEnvelope(String id) {
    return envelopeId != null && envelopeId.equalsIgnoreCase(id);
  }

  boolean sharesEnvelope(FoundContract other) {
    return other.envelopeId != null && isEnvelope(other.envelopeId);
  }

  boolean amends(FoundContract other) {
    return parentDocumentId != null
        && !equals(other)
        && (parentDocumentId.equals(other.documentId)
            || parentDocumentId.equals(other.agreementId));
  }

  /// Its name for people: the envelope, else the agreement.
  String named() {
    if (envelopeId != null) {
      return "envelope " + envelopeId;
    }
    return agreementId != null ? "agreement " + agreementId : "a contract without an id";
  }
}
