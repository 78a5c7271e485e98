package dev.onboarding.clm.contract;

import static dev.onboarding.clm.contract.Given.company;
import static dev.onboarding.clm.contract.Given.customer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.onboarding.clm.contract.ClmProperties.First;
import dev.onboarding.clm.docusign.Agreement.Provisions;
import dev.onboarding.clm.docusign.Envelope.Signer;
import dev.onboarding.model.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TranslateContractTests {

  private final TranslateContract translate =
      new TranslateContract(Given.properties(First.ACCOUNT_FIELD));

  @Test
  void joinsEnvelopeAndAgreement() {
    Contract contract =
        translate.ofEnvelope(
            Given.envelope("e-1", "completed", customer("completed"), company("completed")),
            Given.agreement("a-1", "e-1", "doc-0"));

    assertThat(contract.envelopeId()).isEqualTo("e-1");
    assertThat(contract.agreementId()).isEqualTo("a-1");
    assertThat(contract.title()).isEqualTo("Agreement a-1");
    assertThat(contract.type()).isEqualTo("Master Service Agreement");
    assertThat(contract.status()).isEqualTo(ContractStatus.EXECUTED);
    assertThat(contract.statusRaw()).isEqualTo("completed");
    assertThat(contract.crmAccountId()).isEqualTo(Given.ACCOUNT);
    assertThat(contract.effectiveDate()).isEqualTo(LocalDate.of(2024, 9, 1));
    assertThat(contract.expiryDate()).isEqualTo(LocalDate.of(2029, 9, 1));
    assertThat(contract.effectiveSource()).isEqualTo(DateSource.AGREEMENT);
    assertThat(contract.expirySource()).isEqualTo(DateSource.AGREEMENT);
    assertThat(contract.value()).isEqualTo(Money.of("150000", "USD"));
    assertThat(contract.paymentTerms()).isEqualTo("THIRTY_DAYS");
    assertThat(contract.renewalType()).isEqualTo(RenewalType.AUTO_RENEW);
    assertThat(contract.documentId()).isEqualTo("doc-a-1");
    assertThat(contract.parentDocumentId()).isEqualTo("doc-0");
    assertThat(contract.reviewed()).isTrue();
    assertThat(contract.terminated()).isFalse();
    assertThat(contract.onPaper()).isFalse();
    assertThat(contract.sentAt()).isEqualTo(Instant.parse("2026-01-02T10:00:00Z"));
    assertThat(contract.completedAt()).isEqualTo(Instant.parse("2026-01-03T10:00:00Z"));
    assertThat(contract.lastChangedAt()).isEqualTo(Instant.parse("2026-01-04T10:00:00Z"));
    assertThat(contract.signingDeadline()).isEqualTo(Instant.parse("2026-05-01T10:00:00Z"));
  }

  @ParameterizedTest
  @CsvSource({
    "created, created, created, DRAFT",
    "sent, sent, created, SENT",
    "delivered, delivered, created, SENT",
    "sent, completed, sent, SIGNED",
    "delivered, signed, delivered, SIGNED",
    "sent, sent, completed, SENT",
    "completed, completed, completed, EXECUTED",
    "signed, completed, completed, SIGNED",
    "declined, declined, created, DECLINED",
    "voided, sent, created, VOIDED",
    "deleted, sent, created, DELETED",
    "timedout, sent, created, SIGNING_DEADLINE_PASSED",
    "Completed, completed, completed, EXECUTED"
  })
  void knowsHowFarItIs(String envelope, String customer, String company, ContractStatus status) {
    assertThat(
            translate
                .ofEnvelope(
                    Given.envelope("e-1", envelope, customer(customer), company(company)), null)
                .status())
        .isEqualTo(status);
  }

  @Test
  void isNotSignedBeforeEveryCustomerHasSigned() {
    Contract contract =
        translate.ofEnvelope(
            Given.envelope("e-1", "sent", customer("completed"), customer("sent")), null);

    assertThat(contract.status()).isEqualTo(ContractStatus.SENT);
  }

  @Test
  void isNotSignedWhenOnlyOursAreToSign() {
    Contract contract =
        translate.ofEnvelope(Given.envelope("e-1", "sent", company("completed")), null);

    assertThat(contract.status()).isEqualTo(ContractStatus.SENT);
  }

  @Test
  void leavesAnUnknownStatusOpenAndKeepsTheWord() {
    Contract contract = translate.ofEnvelope(Given.envelope("e-1", "processing"), null);

    assertThat(contract.status()).isNull();
    assertThat(contract.statusRaw()).isEqualTo("processing");
  }

  @ParameterizedTest
  @CsvSource({
    "morgan@ourcompany.example, Signer, COMPANY",
    "robin@acme.example, Customer, CUSTOMER",
    "robin@acme.example, Company, COMPANY",
    "robin@notourcompany.example, , CUSTOMER",
    ", Company, COMPANY",
    ", , CUSTOMER"
  })
  void tellsTheSidesApart(String email, String role, Side side) {
    Signer signer = new Signer("X", email, null, null, role, "sent", null, null);

    assertThat(translate.ofEnvelope(Given.envelope("e-1", "sent", signer), null).signatories())
        .extracting(Signatory::side)
        .containsExactly(side);
  }

  @Test
  void takesDateSourceTheEnvelopeWhereTheAgreementHasNone() {
    Map<String, String> fields = Map.of("EffectiveDate", "2026-01-05", "ExpiryDate", "2027-01-04");
    Provisions none = new Provisions(null, null, null, null, null, null);

    Contract alone = translate.ofEnvelope(Given.envelope("e-1", "completed", fields), null);
    Contract beside =
        translate.ofEnvelope(
            Given.envelope("e-1", "completed", fields),
            Given.agreement("a-1", "e-1", null, "COMPLETE", none));
    Contract neither = translate.ofEnvelope(Given.envelope("e-1", "completed", Map.of()), null);

    assertThat(alone.effectiveSource()).isEqualTo(DateSource.ENVELOPE);
    assertThat(alone.expirySource()).isEqualTo(DateSource.ENVELOPE);
    assertThat(alone.effectiveDate()).isEqualTo(LocalDate.of(2026, 1, 5));
    assertThat(alone.expiryDate()).isEqualTo(LocalDate.of(2027, 1, 4));
    assertThat(beside.effectiveSource()).isEqualTo(DateSource.ENVELOPE);
    assertThat(beside.expirySource()).isEqualTo(DateSource.ENVELOPE);
    assertThat(neither.effectiveSource()).isNull();
    assertThat(neither.expirySource()).isNull();
  }

  @ParameterizedTest
  @CsvSource({"true, AGREEMENT, ENVELOPE", "false, ENVELOPE, AGREEMENT"})
  void takesEachDayFromWhoeverStatesIt(boolean starts, DateSource effective, DateSource expiry) {
    Map<String, String> fields = Map.of("EffectiveDate", "2026-01-05", "ExpiryDate", "2027-01-04");
    String day = "2026-02-01T00:00:00+02:00";
    Provisions one =
        new Provisions(starts ? day : null, starts ? null : day, null, null, null, null);

    Contract contract =
        translate.ofEnvelope(
            Given.envelope("e-1", "completed", fields),
            Given.agreement("a-1", "e-1", null, "COMPLETE", one));

    assertThat(contract.effectiveSource()).isEqualTo(effective);
    assertThat(contract.expirySource()).isEqualTo(expiry);
    assertThat(contract.effectiveDate())
        .isEqualTo(starts ? LocalDate.of(2026, 2, 1) : LocalDate.of(2026, 1, 5));
    assertThat(contract.expiryDate())
        .isEqualTo(starts ? LocalDate.of(2027, 1, 4) : LocalDate.of(2026, 2, 1));
  }

  @Test
  void neverTakesTheSigningDeadlineForTheEndOfTheTerm() {
    Contract contract = translate.ofEnvelope(Given.envelope("e-1", "completed", Map.of()), null);

    assertThat(contract.signingDeadline()).isNotNull();
    assertThat(contract.expiryDate()).isNull();
  }

  @Test
  void isTerminatedWhenTheAgreementIsInactive() {
    Contract contract =
        translate.ofEnvelope(
            Given.envelope("e-1", "completed"),
            Given.agreement("a-1", "e-1", null, "INACTIVE", null));

    assertThat(contract.terminated()).isTrue();
    assertThat(contract.status()).isEqualTo(ContractStatus.EXECUTED);
  }

  @ParameterizedTest
  @CsvSource({"COMPLETE, EXECUTED, false", "INACTIVE, EXECUTED, true", "PENDING, , false"})
  void readsAgreementsOnPaper(String status, ContractStatus expected, boolean terminated) {
    Contract contract =
        translate.onPaper(Given.agreement("a-1", null, null, status, Given.provisions()));

    assertThat(contract.onPaper()).isTrue();
    assertThat(contract.envelopeId()).isNull();
    assertThat(contract.status()).isEqualTo(expected);
    assertThat(contract.statusRaw()).isEqualTo(status);
    assertThat(contract.terminated()).isEqualTo(terminated);
    assertThat(contract.effectiveSource()).isEqualTo(DateSource.AGREEMENT);
    assertThat(contract.expirySource()).isEqualTo(DateSource.AGREEMENT);
  }

  @Test
  void statesNoValueWithoutACurrencyThatExists() {
    assertThat(valueIn(null)).isNull();
    assertThat(valueIn("US$")).isNull();
    assertThat(valueIn("eur")).isEqualTo(Money.of("5", "EUR"));
  }

  private Money valueIn(String currency) {
    return translate
        .onPaper(
            Given.agreement(
                "a-1",
                null,
                null,
                "COMPLETE",
                new Provisions(null, null, new BigDecimal("5"), currency, null, null)))
        .value();
  }
}
