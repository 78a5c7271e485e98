package dev.onboarding.contract.establishment;

import static dev.onboarding.contract.establishment.Establishing.TODAY;
import static dev.onboarding.contract.establishment.Establishing.crm;
import static dev.onboarding.contract.establishment.Establishing.establish;
import static dev.onboarding.contract.establishment.Establishing.establishWith;
import static dev.onboarding.contract.establishment.Establishing.establishWithoutCrm;
import static dev.onboarding.contract.establishment.FoundContracts.envelope;
import static org.assertj.core.api.Assertions.assertThat;

import dev.onboarding.model.AccountContext.CrmContract;
import dev.onboarding.model.Money;
import dev.onboarding.model.finding.ContractFinding;
import dev.onboarding.model.finding.Evidence;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContractTermsTests {

  @Test
  void takesTheAgreementThatIsAmendedAsTheContract() {
    FoundContracts root =
        envelope("E1", "EXECUTED")
            .agreement("A1")
            .document("D1")
            .sent("2029-01-01T00:00:00Z")
            .dates(TODAY.minusYears(1), TODAY.minusDays(1), "agreement")
            .value(Money.of("100", "USD"))
            .terms("THIRTY_DAYS");
    FoundContracts earlier =
        envelope("E2", "EXECUTED")
            .amending("D1")
            .completed("2030-01-01T00:00:00Z")
            .terms("SIXTY_DAYS")
            .value(Money.of("150", "USD"));
    FoundContracts latest =
        envelope("E3", "EXECUTED")
            .amending("D1")
            .completed("2030-02-01T00:00:00Z")
            .sent("2030-02-01T00:00:00Z")
            .dates(TODAY.minusDays(30), TODAY.plusYears(1), "agreement")
            .terms("NINETY_DAYS");

    ContractFinding finding = establish(root, earlier, latest);

    assertThat(finding.id()).isEqualTo("E1");
    assertThat(finding.count()).isOne();
    assertThat(finding.amendments()).isEqualTo(2);
    assertThat(finding.paymentTerms()).isEqualTo("NINETY_DAYS");
    assertThat(finding.value()).isEqualTo(Money.of("150", "USD"));
    assertThat(finding.effectiveDate()).isEqualTo(TODAY.minusYears(1));
    assertThat(finding.expiryDate()).isEqualTo(TODAY.plusYears(1));
    assertThat(finding.expiryPassed()).isFalse();
    assertThat(finding.choice()).contains("amendment (envelope E3)").contains("2 of 2");
    assertThat(finding.evidence())
        .extracting(Evidence::record)
        .containsExactly("Envelope E1", "Agreement A1", "Envelope E2", "Envelope E3");
  }

  @Test
  void leavesOutAmendmentsThatAreNotInEffect() {
    FoundContracts root =
        envelope("E1", "EXECUTED").document("D1").terms("THIRTY_DAYS").sent("2030-06-01T00:00:00Z");
    FoundContracts unsigned = envelope("E2", "SENT").amending("D1").terms("SIXTY_DAYS");
    FoundContracts future =
        envelope("E3", "EXECUTED")
            .amending("D1")
            .terms("NINETY_DAYS")
            .dates(TODAY.plusDays(1), null, "agreement");
    FoundContracts ended =
        envelope("E4", "EXECUTED").amending("D1").terms("ON_RECEIPT").terminated();

    ContractFinding finding = establish(root, unsigned, future, ended);

    assertThat(finding.amendments()).isZero();
    assertThat(finding.paymentTerms()).isEqualTo("THIRTY_DAYS");
    assertThat(finding.terminated()).isFalse();
    assertThat(finding.choice()).contains("none in effect");
  }

  @Test
  void takesDatesFromTheContractBeforeTheCrm() {
    LocalDate from = TODAY.minusDays(10);
    LocalDate until = TODAY.plusDays(10);

    ContractFinding agreement =
        establishWith(
            crm("E1", TODAY, TODAY), envelope("E1", "EXECUTED").dates(from, until, "agreement"));
    ContractFinding envelope =
        establishWith(
            crm("E1", TODAY, TODAY), envelope("E1", "EXECUTED").dates(from, until, "envelope"));

    assertThat(agreement.effectiveSource()).isEqualTo("agreement");
    assertThat(agreement.expirySource()).isEqualTo("agreement");
    assertThat(envelope.effectiveSource()).isEqualTo("envelope");
    assertThat(envelope.expirySource()).isEqualTo("envelope");
    assertThat(agreement.effectiveDate()).isEqualTo(from);
    assertThat(agreement.expiryDate()).isEqualTo(until);
  }

  @Test
  void takesDatesFromTheCrmWhenTheContractGivesNone() {
    LocalDate from = TODAY.minusDays(10);
    LocalDate until = TODAY.plusDays(10);

    ContractFinding finding = establishWith(crm("E1", from, until), envelope("E1", "EXECUTED"));

    assertThat(finding.effectiveSource()).isEqualTo("crm");
    assertThat(finding.expirySource()).isEqualTo("crm");
    assertThat(finding.effectiveDate()).isEqualTo(from);
    assertThat(finding.expiryDate()).isEqualTo(until);
  }

  @ParameterizedTest
  @CsvSource({
    "agreement, , agreement, crm",
    "envelope, , envelope, crm",
    ", agreement, crm, agreement",
    ", envelope, crm, envelope"
  })
  void takesEachDayFromWhoeverStatesIt(
      @Nullable String starts, @Nullable String ends, String effective, String expiry) {
    LocalDate from = TODAY.minusDays(5);
    LocalDate until = TODAY.plusDays(5);

    ContractFinding finding =
        establishWith(
            crm("E1", TODAY.minusDays(10), TODAY.plusDays(10)),
            envelope("E1", "EXECUTED")
                .dates(
                    starts == null ? null : from,
                    ends == null ? null : until,
                    starts == null ? ends : starts));

    assertThat(finding.effectiveDate()).isEqualTo(starts == null ? TODAY.minusDays(10) : from);
    assertThat(finding.expiryDate()).isEqualTo(ends == null ? TODAY.plusDays(10) : until);
    assertThat(finding.effectiveSource()).isEqualTo(effective);
    assertThat(finding.expirySource()).isEqualTo(expiry);
    assertThat(finding.sentence()).contains("says " + effective + " and " + expiry);
  }

  @Test
  void sendsTheDaysOfTheCrmAlongToBeCompared() {
    ContractFinding finding =
        establishWith(
            crm("E1", TODAY.minusDays(10), TODAY.plusDays(10)),
            envelope("E1", "EXECUTED").dates(TODAY, TODAY, "agreement"));

    assertThat(finding.crmStartDate()).isEqualTo(TODAY.minusDays(10));
    assertThat(finding.crmEndDate()).isEqualTo(TODAY.plusDays(10));
    assertThat(finding.effectiveDate()).isEqualTo(TODAY);
  }

  @ParameterizedTest
  @CsvSource({"Terminated, true", "TERMINATED, true", "Expired, false", "Activated, false"})
  void isTerminatedWhenTheCrmSaysSo(String status, boolean terminated) {
    ContractFinding finding =
        establishWith(crm("E1", null, null, status), envelope("E1", "EXECUTED"));

    assertThat(finding.terminated()).isEqualTo(terminated);
    assertThat(finding.sentence().contains("the CRM says that it is terminated"))
        .isEqualTo(terminated);
  }

  @Test
  void readsTheLabelOfTheCrmWhereItGivesNoCode() {
    var labelled = new CrmContract("800000000000001AAA", null, " ", "expired", "E1", null, null);

    assertThat(establishWith(labelled, envelope("E1", "EXECUTED")).crmStatus())
        .isEqualTo("Expired");
    assertThat(establishWithoutCrm(envelope("E1", "EXECUTED")).crmStatus()).isNull();
  }

  @Test
  void saysThatNoSourceGivesADate() {
    ContractFinding finding = establishWith(crm("E1", null, null), envelope("E1", "EXECUTED"));

    assertThat(finding.effectiveSource()).isNull();
    assertThat(finding.expirySource()).isNull();
    assertThat(finding.effectiveDate()).isNull();
    assertThat(finding.expiryDate()).isNull();
    assertThat(finding.expiryPassed()).isFalse();
    assertThat(finding.notYetEffective()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"-1, true", "0, false", "1, false"})
  void countsTheLastDayAsPartOfTheTerm(int days, boolean passed) {
    ContractFinding finding =
        establish(
            envelope("E1", "EXECUTED")
                .dates(TODAY.minusYears(1), TODAY.plusDays(days), "agreement"));

    assertThat(finding.expiryPassed()).isEqualTo(passed);
  }

  @ParameterizedTest
  @CsvSource({"-1, false", "0, false", "1, true"})
  void countsTheFirstDayAsPartOfTheTerm(int days, boolean toCome) {
    ContractFinding finding =
        establish(
            envelope("E1", "EXECUTED")
                .dates(TODAY.plusDays(days), TODAY.plusYears(1), "agreement"));

    assertThat(finding.notYetEffective()).isEqualTo(toCome);
  }

  @ParameterizedTest
  @CsvSource({"AUTO_RENEW, true", "EVERGREEN, true", "OPTION_TO_RENEW, false"})
  void knowsWhichRenewalsHappenByThemselves(String type, boolean renewing) {
    ContractFinding finding =
        establish(
            envelope("E1", "EXECUTED").renewal(type).dates(null, TODAY.minusDays(1), "agreement"));

    assertThat(finding.renewing()).isEqualTo(renewing);
    assertThat(finding.expiryPassed()).isTrue();
  }

  @Test
  void saysWhenNobodyReviewedTheTermsAndWhenTheyContradictThemselves() {
    ContractFinding finding =
        establish(
            envelope("E1", "EXECUTED")
                .reviewed(false)
                .dates(TODAY.minusDays(1), TODAY.minusDays(2), "agreement"));

    assertThat(finding.sentence()).contains("nobody has reviewed").contains("contradicts itself");
    assertThat(finding.expiryPassed()).isTrue();
  }

  @Test
  void takesTheTermsForConfirmedOnlyWhenEveryDocumentThatHoldsIs() {
    FoundContracts amendment =
        envelope("E2", "EXECUTED").amending("D1").completed("2030-01-01T00:00:00Z");

    assertThat(establish(root().reviewed(true), amendment.reviewed(false)).reviewed()).isFalse();
    assertThat(establish(root().reviewed(true), amendment.reviewed(true)).reviewed()).isTrue();
    assertThat(establish(root().reviewed(false)).reviewed()).isFalse();
  }

  @Test
  void doesNotGuessWhetherTermsAreConfirmedThatNobodySpeaksOf() {
    FoundContracts notInEffect = envelope("E2", "SENT").amending("D1").reviewed(false);

    assertThat(establish(root()).reviewed()).isNull();
    assertThat(establish(root(), notInEffect).reviewed()).isNull();
    assertThat(establish().reviewed()).isNull();
  }

  private static FoundContracts root() {
    return envelope("E1", "EXECUTED").document("D1");
  }
}
