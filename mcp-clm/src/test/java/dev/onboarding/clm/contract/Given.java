package dev.onboarding.clm.contract;

import dev.onboarding.clm.docusign.Agreement;
import dev.onboarding.clm.docusign.Agreement.Party;
import dev.onboarding.clm.docusign.Agreement.Provisions;
import dev.onboarding.clm.docusign.Agreement.Related;
import dev.onboarding.clm.docusign.Envelope;
import dev.onboarding.clm.docusign.Envelope.CustomFields;
import dev.onboarding.clm.docusign.Envelope.Recipients;
import dev.onboarding.clm.docusign.Envelope.Signer;
import dev.onboarding.clm.docusign.Envelope.TextField;
import java.math.BigDecimal;
import java.time.Period;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Envelopes and agreements for tests.
final class Given {

  static final String ACCOUNT = "001A00000012345IAA";

  private Given() {}

  static ClmProperties properties(ClmProperties.First first) {
    return properties(first, ClmProperties.Value.ACCOUNT_ID);
  }

  static ClmProperties properties(ClmProperties.First first, ClmProperties.Value value) {
    return new ClmProperties(
        List.of("OurCompany.example"),
        new ClmProperties.Identity("crmAccountId", value, first),
        new ClmProperties.Fields("EffectiveDate", "ExpiryDate"),
        Period.ofYears(7),
        4,
        new ClmProperties.Sweep(20, 4));
  }

  static Envelope envelope(String id, String status, Signer... signers) {
    return envelope(id, status, Map.of("crmAccountId", ACCOUNT), signers);
  }

  static Envelope envelope(
      String id, @Nullable String status, Map<String, String> fields, Signer... signers) {
    return new Envelope(
        id,
        status,
        "Please sign",
        "2026-01-02T10:00:00.0000000Z",
        "completed".equals(status) ? "2026-01-03T10:00:00.0000000Z" : null,
        "2026-01-03T10:00:00.0000000Z",
        "2026-01-04T10:00:00.0000000Z",
        null,
        "true",
        "2026-05-01T10:00:00.0000000Z",
        new CustomFields(
            fields.entrySet().stream()
                .map(field -> new TextField(field.getKey(), field.getValue()))
                .toList()),
        new Recipients(List.of(signers), List.of()));
  }

  static Signer customer(String status) {
    return new Signer("Robin", "robin@acme.example", null, null, "Customer", status, "1", null);
  }

  static Signer company(String status) {
    return new Signer(
        "Morgan", "morgan@OURCOMPANY.example", null, null, "Signer 2", status, "2", null);
  }

  static Agreement agreement(String id, @Nullable String envelopeId, @Nullable String parent) {
    return agreement(id, envelopeId, parent, "COMPLETE", provisions());
  }

  static Agreement agreement(
      String id,
      @Nullable String envelopeId,
      @Nullable String parent,
      String status,
      @Nullable Provisions provisions) {
    return new Agreement(
        id,
        "Agreement " + id,
        "Master Service Agreement",
        "doc-" + id,
        status,
        "COMPLETE",
        null,
        List.of(new Party("OUR COMPANY", null), new Party("ACME, INC", "Acme")),
        provisions,
        parent == null ? null : new Related(parent),
        envelopeId == null ? "Uploaded" : "Docusign eSign",
        envelopeId);
  }

  static Provisions provisions() {
    return new Provisions(
        "2024-09-01T00:00:00+02:00",
        "2029-09-01T00:00:00+02:00",
        new BigDecimal("150000"),
        "USD",
        "THIRTY_DAYS",
        "AUTO_RENEW");
  }
}
