package dev.onboarding.contract.establishment;

import static dev.onboarding.contract.establishment.Establishing.TODAY;
import static dev.onboarding.contract.establishment.Establishing.establish;
import static dev.onboarding.contract.establishment.Establishing.establishNaming;
import static dev.onboarding.contract.establishment.FoundContracts.envelope;
import static org.assertj.core.api.Assertions.assertThat;

import dev.onboarding.model.finding.ContractFinding;
import dev.onboarding.model.finding.ContractState;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContractChoiceTests {

  @Test
  void isNotDisturbedByAnUnknownStateOfAContractThatNobodyPicks() {
    ContractFinding finding =
        establishNaming("E1", envelope("E1", "EXECUTED"), envelope("E2", "HALF_SIGNED"));

    assertThat(finding.state()).isEqualTo(ContractState.EXECUTED);
  }

  @Test
  void picksTheEnvelopeThatTheCrmNamesBeforeANewerOne() {
    ContractFinding finding =
        establishNaming(
            "e1",
            envelope("E2", "SENT").sent("2030-05-01T00:00:00Z"),
            envelope("E1", "EXECUTED").sent("2030-01-01T00:00:00Z"));

    assertThat(finding.id()).isEqualTo("E1");
    assertThat(finding.count()).isEqualTo(2);
    assertThat(finding.choice()).isEqualTo("The CRM contract names this envelope.");
  }

  @Test
  void picksTheNewestThatIsAlive() {
    ContractFinding finding =
        establish(
            envelope("E1", "EXECUTED").sent("2030-01-01T00:00:00Z"),
            envelope("E2", "EXECUTED").sent("2030-03-01T00:00:00Z"),
            envelope("E3", "VOIDED").sent("2030-04-01T00:00:00Z"),
            envelope("E4", "DELETED").sent("2030-05-01T00:00:00Z"));

    assertThat(finding.id()).isEqualTo("E2");
    assertThat(finding.choice()).contains("newest of 2");
  }

  @Test
  void tellsAgeByTheLastChangeOfWhatWasNeverSent() {
    ContractFinding finding =
        establish(
            envelope("E1", "EXECUTED").sent("2030-01-01T00:00:00Z").changed("2030-06-01T00:00:00Z"),
            envelope("E2", "DRAFT").changed("2030-03-01T00:00:00Z"));

    assertThat(finding.id()).isEqualTo("E2");
  }

  @Test
  void picksTheNewOneOfAPairThatWasVoidedAndSentAgain() {
    FoundContracts old = envelope("E1", "VOIDED").sent("2030-01-01T00:00:00Z");
    FoundContracts resent = envelope("E2", "EXECUTED").sent("2030-01-02T00:00:00Z");

    ContractFinding finding = establish(old, resent);
    ContractFinding named = establishNaming("E1", old, resent);

    assertThat(finding.id()).isEqualTo("E2");
    assertThat(finding.state()).isEqualTo(ContractState.EXECUTED);
    assertThat(named.id()).isEqualTo("E2");
    assertThat(named.choice()).contains("names envelope E1, which is voided or deleted");
  }

  @Test
  void reportsTheNewestVoidedOneWhenNoneIsAlive() {
    ContractFinding finding =
        establish(
            envelope("E2", "VOIDED").sent("2030-02-01T00:00:00Z"),
            envelope("E1", "VOIDED").sent("2030-01-01T00:00:00Z"));

    assertThat(finding.id()).isEqualTo("E2");
    assertThat(finding.state()).isEqualTo(ContractState.VOIDED);
  }

  @Test
  void saysThatTheEnvelopeNamedByTheCrmWasNotFound() {
    ContractFinding finding = establishNaming("E9", envelope("E1", "EXECUTED"));

    assertThat(finding.id()).isEqualTo("E1");
    assertThat(finding.choice()).contains("names envelope E9, which was not found");
  }

  @Test
  void givesTheSameAnswerInWhateverOrderContractsCome() {
    FoundContracts one = envelope("E1", "EXECUTED").sent("2030-01-01T00:00:00Z");
    FoundContracts other = envelope("E2", "SENT").sent("2030-01-01T00:00:00Z");

    assertThat(establish(one, other).id()).isEqualTo(establish(other, one).id());
  }

  @Test
  void followsAnAmendmentOfAnAmendmentToItsRoot() {
    ContractFinding finding =
        establishNaming(
            "E3",
            envelope("E3", "EXECUTED").document("D3").amending("D2").terms("ON_RECEIPT"),
            envelope("E2", "EXECUTED").document("D2").amending("D1"),
            envelope("E1", "EXECUTED").document("D1"));

    assertThat(finding.id()).isEqualTo("E1");
    assertThat(finding.amendments()).isEqualTo(2);
    assertThat(finding.paymentTerms()).isEqualTo("ON_RECEIPT");
  }

  @Test
  void endsWhenAgreementsAmendEachOtherInACircle() {
    ContractFinding finding =
        establishNaming(
            "E1",
            envelope("E1", "EXECUTED").document("D1").amending("D2"),
            envelope("E2", "EXECUTED").document("D2").amending("D1"));

    assertThat(finding.id()).isEqualTo("E2");
    assertThat(finding.amendments()).isOne();
  }

  @Test
  void letsTheDocumentThatStatesItsTermSpeakForAnEnvelopeWithSeveral() {
    FoundContracts silent = envelope("E1", "EXECUTED").agreement("A2");
    FoundContracts dated =
        envelope("E1", "EXECUTED").agreement("A1").dates(TODAY, TODAY, "agreement");

    assertThat(establishNaming("E1", silent, dated).effectiveDate()).isEqualTo(TODAY);
    assertThat(establish(dated, silent).effectiveDate()).isEqualTo(TODAY);
  }

  @Test
  void callsSeveralThatCanHoldAmbiguousUnlessTheCrmNamesOne() {
    FoundContracts one = envelope("E1", "EXECUTED").sent("2030-01-01T00:00:00Z");
    FoundContracts other = envelope("E2", "EXECUTED").sent("2030-02-01T00:00:00Z");

    assertThat(establish(one, other).ambiguous()).isTrue();
    assertThat(establish(one, other).candidates()).isEqualTo(2);
    assertThat(establishNaming("E9", one, other).ambiguous()).isTrue();
    assertThat(establishNaming("E1", one, other).ambiguous()).isFalse();
    assertThat(establish(one).ambiguous()).isFalse();
    assertThat(establish(one).candidates()).isOne();
  }

  @ParameterizedTest
  @ValueSource(strings = {"VOIDED", "DELETED", "DECLINED", "SIGNING_DEADLINE_PASSED"})
  void countsNothingThatCannotBecomeAContract(String state) {
    ContractFinding finding =
        establish(
            envelope("E1", state).sent("2030-01-01T00:00:00Z"),
            envelope("E2", "EXECUTED").sent("2030-02-01T00:00:00Z"));

    assertThat(finding.candidates()).isOne();
    assertThat(finding.ambiguous()).isFalse();
  }

  @Test
  void countsNothingThatIsOver() {
    FoundContracts current = envelope("E2", "EXECUTED").sent("2030-02-01T00:00:00Z");
    FoundContracts past = envelope("E1", "EXECUTED").dates(null, TODAY.minusDays(1), "agreement");
    FoundContracts ended = envelope("E3", "EXECUTED").terminated();

    assertThat(establish(past, ended, current).ambiguous()).isFalse();
    assertThat(establish(past.renewal("EVERGREEN"), current).ambiguous()).isTrue();
  }

  @Test
  void countsAContractWithItsAmendmentsOnce() {
    ContractFinding finding =
        establish(
            envelope("E1", "EXECUTED").document("D1"),
            envelope("E1", "EXECUTED").agreement("A4").document("D4"),
            envelope("E2", "EXECUTED").document("D2").amending("D1"),
            envelope("E3", "EXECUTED").document("D3").amending("D2"),
            envelope("E5", "SENT").amending("D4"));

    assertThat(finding.candidates()).isOne();
    assertThat(finding.ambiguous()).isFalse();
  }

  @Test
  void countsAgreementsThatAmendEachOtherOnce() {
    ContractFinding finding =
        establish(
            envelope("E1", "EXECUTED").document("D1").amending("D2"),
            envelope("E2", "EXECUTED").document("D2").amending("D1"));

    assertThat(finding.candidates()).isOne();
  }

  @Test
  void leavesANonDisclosureAgreementAside() {
    FoundContracts contract = envelope("E1", "EXECUTED").sent("2030-01-01T00:00:00Z");
    FoundContracts nda =
        envelope("E2", "EXECUTED").sent("2030-02-01T00:00:00Z").titled(null, "Mutual NDA, Acme");

    ContractFinding finding = establish(contract, nda);

    assertThat(finding.id()).isEqualTo("E1");
    assertThat(finding.ambiguous()).isFalse();
    assertThat(finding.otherKind()).isFalse();
    assertThat(finding.choice()).contains("1 document(s) of another kind were left aside");
  }

  @Test
  void doesNotTakeANonDisclosureAgreementForTheContractThatWasVoided() {
    ContractFinding finding =
        establish(
            envelope("E1", "VOIDED"),
            envelope("E2", "EXECUTED").titled("Non-Disclosure Agreement", "With Acme"));

    assertThat(finding.id()).isEqualTo("E1");
    assertThat(finding.state()).isEqualTo(ContractState.VOIDED);
  }

  @Test
  void saysThatTheOnlyDocumentIsOfAnotherKind() {
    FoundContracts nda = envelope("E2", "EXECUTED").titled("NDA", "With Acme");

    assertThat(establish(nda).otherKind()).isTrue();
    assertThat(establishNaming("E2", nda, envelope("E1", "EXECUTED")).otherKind()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "Master Service Agreement, Mutual NDA, false",
    "NDA, Master Services Agreement, true",
    ", Please sign: Master Services Agreement with confidentiality, false",
    ", Mutual non-disclosure agreement, true",
    ", Confidentiality Agreement, true",
    ", Data Processing Addendum, true",
    ", Please sign, false",
    ", Agenda Inc., false"
  })
  void tellsTheKindByTheRepositoryBeforeTheTitle(
      @Nullable String type, String title, boolean other) {
    assertThat(establish(envelope("E1", "EXECUTED").titled(type, title)).otherKind())
        .isEqualTo(other);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  "})
  void takesABlankEnvelopeIdForNone(String blank) {
    ContractFinding finding = establishNaming(blank, envelope("E1", "EXECUTED"));

    assertThat(finding.choice()).isEqualTo("It is the only contract found.");
  }
}
