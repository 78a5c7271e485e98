package dev.onboarding.clm.contract;

import dev.onboarding.clm.docusign.Agreement;
import dev.onboarding.clm.docusign.Agreement.Provisions;
import dev.onboarding.clm.docusign.Envelope;
import dev.onboarding.clm.docusign.Envelope.Signer;
import dev.onboarding.model.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Joins an envelope and an agreement into one record: the envelope says how far it is, the
/// agreement what was agreed.
final class TranslateContract {

  private static final Provisions NOTHING_AGREED =
      new Provisions(null, null, null, null, null, null);

  private final ClmProperties properties;

  TranslateContract(ClmProperties properties) {
    this.properties = properties;
  }

  Contract ofEnvelope(Envelope envelope, @Nullable Agreement agreement) {
    List<Signatory> signatories = envelope.signers().stream().map(this::signatory).toList();
    Term term = term(envelope, agreement);
    Provisions agreed = provisions(agreement);
    return new Contract(
        envelope.envelopeId(),
        agreement == null ? null : agreement.id(),
        agreement == null || agreement.title() == null
            ? envelope.emailSubject()
            : agreement.title(),
        agreement == null ? null : agreement.type(),
        EnvelopeStatus.of(envelope, signatories),
        envelope.status(),
        envelope.field(properties.identity().accountField()),
        signatories,
        "false".equalsIgnoreCase(envelope.expireEnabled())
            ? null
            : Written.moment("expireDateTime", envelope.expireDateTime()),
        Written.moment("sentDateTime", envelope.sentDateTime()),
        Written.moment("completedDateTime", envelope.completedDateTime()),
        lastChange(envelope),
        term.effective(),
        term.expiry(),
        term.effectiveSource(),
        term.expirySource(),
        isTerminated(agreement),
        RenewalType.of(agreed.renewalType()),
        value(agreed),
        agreed.paymentTermsDueDate(),
        agreement == null ? null : agreement.documentId(),
        agreement == null ? null : agreement.parentDocumentId(),
        false,
        reviewed(agreement));
  }

  /// An agreement that was signed on paper: once complete, it is executed.
  Contract onPaper(Agreement agreement) {
    Provisions agreed = provisions(agreement);
    Term term = Term.of(agreement);
    boolean executed = "COMPLETE".equalsIgnoreCase(agreement.status()) || isTerminated(agreement);
    return new Contract(
        null,
        agreement.id(),
        agreement.title(),
        agreement.type(),
        executed ? ContractStatus.EXECUTED : null,
        agreement.status(),
        null,
        List.of(),
        null,
        null,
        null,
        null,
        term.effective(),
        term.expiry(),
        term.effectiveSource(),
        term.expirySource(),
        isTerminated(agreement),
        RenewalType.of(agreed.renewalType()),
        value(agreed),
        agreed.paymentTermsDueDate(),
        agreement.documentId(),
        agreement.parentDocumentId(),
        true,
        reviewed(agreement));
  }

  private Signatory signatory(Signer signer) {
    String name = signer.signerName() == null ? signer.name() : signer.signerName();
    String email = signer.signerEmail() == null ? signer.email() : signer.signerEmail();
    String status = signer.status();
    return new Signatory(
        name,
        email,
        properties.sideOf(email, signer.roleName()),
        signer.roleName(),
        status == null ? null : status.toLowerCase(Locale.ROOT),
        Written.number("routingOrder", signer.routingOrder()),
        Written.moment("signedDateTime", signer.signedDateTime()));
  }

  private Term term(Envelope envelope, @Nullable Agreement agreement) {
    Term agreed = agreement == null ? Term.NONE : Term.of(agreement);
    LocalDate effective = Written.freeDate(envelope.field(properties.fields().effectiveDate()));
    LocalDate expiry = Written.freeDate(envelope.field(properties.fields().expiryDate()));
    return agreed.completedBy(Term.of(effective, expiry, DateSource.ENVELOPE));
  }

  private static @Nullable Instant lastChange(Envelope envelope) {
    return Written.moment(
        "statusChangedDateTime",
        envelope.lastModifiedDateTime() == null
            ? envelope.statusChangedDateTime()
            : envelope.lastModifiedDateTime());
  }

  private static boolean isTerminated(@Nullable Agreement agreement) {
    return agreement != null && "INACTIVE".equalsIgnoreCase(agreement.status());
  }

  private static @Nullable Boolean reviewed(@Nullable Agreement agreement) {
    if (agreement == null
        || (agreement.reviewStatus() == null && agreement.reviewCompletedAt() == null)) {
      return null;
    }
    String status = agreement.reviewStatus();
    return agreement.reviewCompletedAt() != null
        || (status != null && status.toUpperCase(Locale.ROOT).startsWith("COMPLETE"));
  }

  private static Provisions provisions(@Nullable Agreement agreement) {
    return agreement == null || agreement.provisions() == null
        ? NOTHING_AGREED
        : agreement.provisions();
  }

  /// A value without a currency, or in none that exists, is not stated.
  private static @Nullable Money value(Provisions agreed) {
    BigDecimal amount = agreed.totalAgreementValue();
    String currency = agreed.totalAgreementValueCurrencyCode();
    if (amount == null || currency == null) {
      return null;
    }
    try {
      return new Money(amount, currency.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException _) {
      return null;
    }
  }

  /// From when until when, and who says so of each day: one source may know only one of them.
  private record Term(
      @Nullable LocalDate effective,
      @Nullable DateSource effectiveSource,
      @Nullable LocalDate expiry,
      @Nullable DateSource expirySource) {

    private static final Term NONE = new Term(null, null, null, null);

    static Term of(Agreement agreement) {
      Provisions agreed = provisions(agreement);
      return of(
          Written.date("effective_date", agreed.effectiveDate()),
          Written.date("expiration_date", agreed.expirationDate()),
          DateSource.AGREEMENT);
    }

    static Term of(@Nullable LocalDate effective, @Nullable LocalDate expiry, DateSource source) {
      return new Term(
          effective, effective == null ? null : source, expiry, expiry == null ? null : source);
    }

    Term completedBy(Term other) {
      return new Term(
          effective == null ? other.effective : effective,
          effective == null ? other.effectiveSource : effectiveSource,
          expiry == null ? other.expiry : expiry,
          expiry == null ? other.expirySource : expirySource);
    }
  }
}
