package dev.onboarding.contract.establishment;

import static dev.onboarding.contract.establishment.Establishing.ACCOUNT;
import static dev.onboarding.contract.establishment.Establishing.establish;
import static dev.onboarding.contract.establishment.FoundContracts.envelope;
import static dev.onboarding.contract.establishment.FoundContracts.paper;
import static org.assertj.core.api.Assertions.assertThat;

import dev.onboarding.model.finding.ContractFinding;
import dev.onboarding.model.finding.ContractState;
import dev.onboarding.model.finding.Evidence;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ContractEstablishmentTests {

  @Test
  void saysThatNoneWasFound() {
    ContractFinding finding = establish();

    assertThat(finding.count()).isZero();
    assertThat(finding.state()).isNull();
    assertThat(finding.id()).isNull();
    assertThat(finding.evidence())
        .singleElement()
        .extracting(Evidence::record)
        .isEqualTo("contracts of account " + ACCOUNT);
  }

  @ParameterizedTest
  @EnumSource(ContractState.class)
  void reportsEveryState(ContractState state) {
    ContractFinding finding = establish(envelope("E1", state.name()));

    assertThat(finding.state()).isEqualTo(state);
    assertThat(finding.count()).isOne();
    assertThat(finding.id()).isEqualTo("E1");
    assertThat(finding.accountId()).isEqualTo(ACCOUNT);
    assertThat(finding.sentence()).isNotBlank();
  }

  @Test
  void doesNotGuessAStateThatNobodyKnows() {
    ContractFinding finding = establish(envelope("E1", "HALF_SIGNED"));

    assertThat(finding.count()).isOne();
    assertThat(finding.state()).isNull();
    assertThat(finding.sentence()).contains("HALF_SIGNED");
  }

  @Test
  void reportsAContractThatWasEndedBeforeItsTerm() {
    assertThat(establish(envelope("E1", "EXECUTED").terminated()).terminated()).isTrue();
    assertThat(establish(envelope("E1", "EXECUTED")).terminated()).isFalse();
  }

  @Test
  void countsTheSignersWhoHaveNotSigned() {
    ContractFinding finding =
        establish(
            envelope("E1", "SENT")
                .signer("Ada", "CUSTOMER", 1, "completed")
                .signer("Bea", "CUSTOMER", 2, "Signed")
                .signer("Cem", "CUSTOMER", 3, "delivered")
                .signer("Dan", "COMPANY", 4, "created"));

    assertThat(finding.pendingSignatories()).isEqualTo(2);
  }

  @Test
  void carriesOurPendingSignatoryWhenOnlyTheCustomerHasSigned() {
    FoundContracts listed =
        envelope("E1", "SIGNED")
            .signer("Ada", "CUSTOMER", 1, "completed")
            .signer("Our", "COMPANY", 2, "sent");
    FoundContracts unlisted = envelope("E1", "SIGNED").signer("Ada", "CUSTOMER", 1, "completed");

    assertThat(establish(listed).pendingSignatories()).isOne();
    assertThat(establish(unlisted).pendingSignatories()).isOne();
  }

  @Test
  void namesTheFirstSignerOfTheCustomer() {
    ContractFinding finding =
        establish(
            envelope("E1", "EXECUTED")
                .signer("Our", "COMPANY", 1, "completed")
                .signer("Zoe", "CUSTOMER", null, "completed")
                .signer("Bea", "CUSTOMER", 3, "completed")
                .signer("Ada", "CUSTOMER", 2, "completed"));

    assertThat(finding.signatoryName()).isEqualTo("Ada");
    assertThat(finding.signatoryEmail()).isEqualTo("ada@example.com");
  }

  @Test
  void namesNobodyWhenTheCustomerHasNoSigner() {
    ContractFinding finding =
        establish(envelope("E1", "EXECUTED").signer("Our", "COMPANY", 1, "completed"));

    assertThat(finding.signatoryName()).isNull();
    assertThat(finding.signatoryEmail()).isNull();
  }

  @Test
  void identifiesAPaperContractByItsAgreement() {
    ContractFinding finding = establish(paper("A1"));

    assertThat(finding.id()).isEqualTo("A1");
    assertThat(finding.onPaper()).isTrue();
    assertThat(finding.pendingSignatories()).isZero();
  }

  @Test
  void leavesTheIdAbsentWhereThereIsNone() {
    assertThat(establish(envelope("E1", "EXECUTED").withoutId().agreement("A1")).id()).isNull();
    assertThat(establish(paper(null)).id()).isNull();
  }

  @Test
  void pointsToTheCallThatReadIt() {
    ContractFinding finding = establish(envelope("E1", "EXECUTED"));

    assertThat(finding.evidence())
        .containsExactly(
            new Evidence(
                "docusign",
                "Envelope E1",
                "clm_get_contract",
                "call-1",
                Instant.EPOCH,
                "digest-1"));
  }
}
