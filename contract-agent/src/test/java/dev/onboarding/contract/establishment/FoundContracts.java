package dev.onboarding.contract.establishment;

import dev.onboarding.model.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Builds contracts as the contract system answers them; each starts as an envelope that carries
/// nothing but its id and status.
final class FoundContracts {

  private @Nullable String envelopeId;
  private @Nullable String agreementId;
  private String status;
  private final List<Signatory> signatories = new ArrayList<>();
  private @Nullable Instant sentAt;
  private @Nullable Instant completedAt;
  private @Nullable Instant changedAt;
  private @Nullable LocalDate effective;
  private @Nullable LocalDate expiry;
  private @Nullable String effectiveSource;
  private @Nullable String expirySource;
  private @Nullable String title;
  private @Nullable String type;
  private boolean terminated;
  private @Nullable String renewalType;
  private @Nullable Money value;
  private @Nullable String paymentTerms;
  private @Nullable String documentId;
  private @Nullable String parentDocumentId;
  private boolean onPaper;
  private @Nullable Boolean reviewed;

  private FoundContracts(@Nullable String envelopeId, String status) {
    this.envelopeId = envelopeId;
    this.status = status;
  }

  static FoundContracts envelope(String id, String status) {
    return new FoundContracts(id, status);
  }

  static FoundContracts paper(@Nullable String agreementId) {
    var contract = new FoundContracts(null, "EXECUTED");
    contract.agreementId = agreementId;
    contract.onPaper = true;
    return contract;
  }

  FoundContracts withoutId() {
    envelopeId = null;
    return this;
  }

  FoundContracts agreement(String id) {
    agreementId = id;
    return this;
  }

  FoundContracts signer(@Nullable String name, String side, @Nullable Integer order, String state) {
    String email = name == null ? null : name.toLowerCase(java.util.Locale.ROOT) + "@example.com";
    signatories.add(new Signatory(name, email, side, null, state, order, null));
    return this;
  }

  FoundContracts sent(String instant) {
    sentAt = Instant.parse(instant);
    return this;
  }

  FoundContracts completed(String instant) {
    completedAt = Instant.parse(instant);
    return this;
  }

  FoundContracts changed(String instant) {
    changedAt = Instant.parse(instant);
    return this;
  }

  FoundContracts dates(
      @Nullable LocalDate from, @Nullable LocalDate until, @Nullable String source) {
    effective = from;
    expiry = until;
    effectiveSource = from == null ? null : source;
    expirySource = until == null ? null : source;
    return this;
  }

  FoundContracts titled(@Nullable String kind, String name) {
    type = kind;
    title = name;
    return this;
  }

  FoundContracts terminated() {
    terminated = true;
    return this;
  }

  FoundContracts renewal(String type) {
    renewalType = type;
    return this;
  }

  FoundContracts value(Money money) {
    value = money;
    return this;
  }

  FoundContracts terms(String terms) {
    paymentTerms = terms;
    return this;
  }

  FoundContracts document(String id) {
    documentId = id;
    return this;
  }

  FoundContracts amending(String documentId) {
    parentDocumentId = documentId;
    return this;
  }

  FoundContracts reviewed(boolean byPerson) {
    reviewed = byPerson;
    return this;
  }

  FoundContract build() {
    return new FoundContract(
        envelopeId,
        agreementId,
        title,
        type,
        status,
        null,
        "001000000000001AAA",
        signatories,
        null,
        sentAt,
        completedAt,
        changedAt,
        effective,
        expiry,
        effectiveSource,
        expirySource,
        terminated,
        renewalType,
        value,
        paymentTerms,
        documentId,
        parentDocumentId,
        onPaper,
        reviewed);
  }
}
