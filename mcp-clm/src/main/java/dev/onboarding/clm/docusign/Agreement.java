package dev.onboarding.clm.docusign;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// An agreement as DocuSign's repository writes it; its terms may have been read by a machine and
/// confirmed by nobody.
///
/// @param type what kind of document it is, for example `Master Service Agreement`
/// @param status PENDING, COMPLETE or INACTIVE
/// @param sourceId the envelope it came from, when it came from one
public record Agreement(
    @Nullable String id,
    @Nullable String title,
    @Nullable String type,
    @Nullable String documentId,
    @Nullable String status,
    @Nullable String reviewStatus,
    @Nullable String reviewCompletedAt,
    @Nullable List<Party> parties,
    @Nullable Provisions provisions,
    @Nullable Related relatedAgreementDocuments,
    @Nullable String sourceName,
    @Nullable String sourceId) {

  /// Whether it was signed on paper: it did not come out of an envelope.
  public boolean isOnPaper() {
    return sourceName == null || !sourceName.toLowerCase(Locale.ROOT).contains("esign");
  }

  public @Nullable String parentDocumentId() {
    return relatedAgreementDocuments == null
        ? null
        : relatedAgreementDocuments.parentAgreementDocumentId();
  }

  /// Whether one of its parties bears this name; case, blanks and punctuation do not count.
  public boolean isWith(String name) {
    return parties != null
        && parties.stream()
            .anyMatch(party ->
                plain(name).equals(plain(party.nameInAgreement()))
                    || plain(name).equals(plain(party.preferredName())));
  }

  private static String plain(@Nullable String name) {
    return name == null ? "" : name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
  }

  /// One side of it.
  public record Party(@Nullable String nameInAgreement, @Nullable String preferredName) {}

  /// What was agreed. Dates are written with the zone of the place: `2024-09-01T00:00:00+02:00`.
  public record Provisions(
      @Nullable String effectiveDate,
      @Nullable String expirationDate,
      @Nullable BigDecimal totalAgreementValue,
      @Nullable String totalAgreementValueCurrencyCode,
      @Nullable String paymentTermsDueDate,
      @Nullable String renewalType) {}

  /// What it belongs to.
  public record Related(@Nullable String parentAgreementDocumentId) {}
}
