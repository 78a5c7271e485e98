package dev.onboarding.coordinator.establish;

import static dev.onboarding.coordinator.establish.Snapshots.established;
import static dev.onboarding.coordinator.establish.Snapshots.first;
import static dev.onboarding.coordinator.establish.Snapshots.wire;
import static org.assertj.core.api.Assertions.assertThat;

import dev.onboarding.coordinator.rule.RuleSet;
import dev.onboarding.coordinator.rule.SoundAccount;
import dev.onboarding.model.ErrorType;
import dev.onboarding.model.Failure;
import dev.onboarding.model.Money;
import dev.onboarding.model.decision.FiredRow;
import dev.onboarding.model.decision.Verdict;
import dev.onboarding.model.finding.Assessment;
import dev.onboarding.model.finding.Assessment.Outcome;
import dev.onboarding.model.finding.Assessments;
import dev.onboarding.model.finding.Domain;
import dev.onboarding.model.finding.LinkFinding;
import dev.onboarding.model.finding.LinkKind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

class LinksTests {

  private static final RuleSet POLICY = RuleSet.onboardingPolicy();
  private static final String OTHER = "001000000000002AAA";

  private final SoundAccount sound = SoundAccount.sound();

  @Test
  void agreesThroughoutOnASoundAccount() {
    Assessment<LinkFinding> links = links(wire(), sound);

    assertThat(links.findings()).extracting(LinkFinding::kind).contains(LinkKind.values());
    assertThat(links.findings()).noneMatch(link -> Boolean.FALSE.equals(link.same()));
    assertThat(decided(wire(), sound)).isEmpty();
  }

  @Test
  void seesADealOfAnotherAccount() {
    ObjectNode wire = wire();
    first(wire, "opportunities").put("account_id", OTHER);

    assertThat(decided(wire, sound)).containsExactly("LNK-01");
  }

  @Test
  void seesASignedContractOfAnotherAccount() {
    assertThat(decided(wire(), sound.with(Domain.CONTRACT, "accountId", OTHER)))
        .containsExactly("LNK-02");
  }

  @Test
  void seesAContractRowOfAnotherAccount() {
    ObjectNode wire = wire();
    first(wire, "contracts").put("account_id", OTHER);

    assertThat(decided(wire, sound)).containsExactly("LNK-02");
  }

  @Test
  void saysOnceThatContractAndItsRowAreOfAnotherAccount() {
    ObjectNode wire = wire();
    first(wire, "contracts").put("account_id", OTHER);

    assertThat(decided(wire, sound.with(Domain.CONTRACT, "accountId", OTHER)))
        .containsExactly("LNK-02");
  }

  @Test
  void cannotTellWhoseAContractIsThatTheCrmDoesNotHave() {
    ObjectNode wire = wire();
    wire.putArray("contracts");

    assertThat(decided(wire, sound)).containsExactly("LNK-UNKNOWN");
  }

  @Test
  void seesAnInvoiceOfAnotherAccount() {
    assertThat(decided(wire(), sound.with(Domain.INVOICE, "accountId", OTHER)))
        .containsExactly("LNK-03");
  }

  @ParameterizedTest
  @CsvSource({"001000000000001AAA", "001000000000001", "ACME-001"})
  void knowsTheAccountByEitherFormOfItsIdAndByItsKey(String named) {
    assertThat(decided(wire(), sound.with(Domain.INVOICE, "accountId", named))).isEmpty();
  }

  @Test
  void comparesNothingThatOnlyOneSideStates() {
    SoundAccount silent =
        sound
            .with(Domain.CONTRACT, "accountId", null)
            .with(Domain.CONTRACT, "value", null)
            .with(Domain.INVOICE, "accountId", null)
            .with(Domain.INVOICE, "customerName", null)
            .with(Domain.INVOICE, "net", null);

    assertThat(links(wire(), silent).findings())
        .extracting(LinkFinding::kind)
        .containsExactly(LinkKind.DEAL_ACCOUNT, LinkKind.CONTRACT_ACCOUNT)
        .doesNotContain(LinkKind.INVOICE_ACCOUNT);
  }

  @ParameterizedTest
  @CsvSource({
    "120000.00, 0.0",
    "122400.00, 0.02",
    "122400.01, 0.020000083333",
    "117600.00, 0.02",
    "60000.00, 0.5"
  })
  void measuresTheDifferenceRelativeToTheDeal(String net, double difference) {
    LinkFinding link = value(sound.with(Domain.INVOICE, "net", Money.of(net, "USD")));

    assertThat(link.difference()).isEqualTo(difference);
    assertThat(link.currenciesDiffer()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"122400.00, true", "122400.01, false", "117600.00, true", "117599.99, false"})
  void toleratesTwoPercentAndNoMore(String net, boolean tolerated) {
    List<String> fired = decided(wire(), sound.with(Domain.INVOICE, "net", Money.of(net, "USD")));

    assertThat(fired.isEmpty()).isEqualTo(tolerated);
  }

  @Test
  void neverComparesAcrossCurrencies() {
    SoundAccount euro = sound.with(Domain.INVOICE, "net", Money.of("120000", "EUR"));
    LinkFinding link = value(euro);

    assertThat(link.difference()).isNull();
    assertThat(link.currenciesDiffer()).isTrue();
    assertThat(link.rateDate()).isNull();
    assertThat(decided(wire(), euro)).containsExactly("LNK-13");
  }

  @Test
  void seesAValueBesideADealOfNothing() {
    ObjectNode wire = wire();
    first(wire, "opportunities").put("amount", 0);

    assertThat(links(wire, sound).findings())
        .filteredOn(link -> link.kind() == LinkKind.DEAL_AND_INVOICE_VALUE)
        .extracting(LinkFinding::difference)
        .containsExactly(1.0);
  }

  @Test
  void notesAnotherNameOfTheCustomer() {
    SoundAccount renamed = sound.with(Domain.INVOICE, "customerName", "Acme Holdings");

    assertThat(decided(wire(), renamed)).containsExactly("LNK-21");
    assertThat(verdict(wire(), renamed)).isEqualTo(Verdict.PROCEED);
  }

  @Test
  void doesNotNoteCaseAndPunctuationOfTheName() {
    assertThat(decided(wire(), sound.with(Domain.INVOICE, "customerName", " ACME. "))).isEmpty();
  }

  @Test
  void comparesNothingWithWhatCouldNotBeRead() {
    Failure failure = Failure.of(ErrorType.NETWORK, "CONNECT_TIMEOUT", null, "No answer.");

    assertThat(links(wire(), sound.failed(Domain.INVOICE, failure)).findings())
        .extracting(LinkFinding::kind)
        .doesNotContain(LinkKind.INVOICE_ACCOUNT, LinkKind.DEAL_AND_INVOICE_VALUE);
  }

  @Test
  void isNotJudgedWithoutAnAccount() {
    ObjectNode wire = wire();
    wire.put("accounts_matching", 0).putNull("account");

    Assessment<LinkFinding> links = links(wire, sound);

    assertThat(links.outcome()).isEqualTo(Outcome.NOT_JUDGED);
    assertThat(links.because()).contains("ACME-001");
  }

  private LinkFinding value(SoundAccount account) {
    return links(wire(), account).findings().stream()
        .filter(link -> link.kind() == LinkKind.DEAL_AND_INVOICE_VALUE)
        .findFirst()
        .orElseThrow();
  }

  private static Assessment<LinkFinding> links(ObjectNode wire, SoundAccount others) {
    Assessments answers = others.assessments();
    return Links.establish(established(wire), answers.contract(), answers.invoice());
  }

  private static List<String> decided(ObjectNode wire, SoundAccount others) {
    return POLICY.decide(all(wire, others)).fired().stream().map(FiredRow::rule).toList();
  }

  private static Verdict verdict(ObjectNode wire, SoundAccount others) {
    return POLICY.decide(all(wire, others)).verdict();
  }

  private static Assessments all(ObjectNode wire, SoundAccount others) {
    Assessments answers = others.assessments();
    return established(wire).with(answers.contract(), answers.invoice(), links(wire, others));
  }
}
