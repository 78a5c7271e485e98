package dev.onboarding.coordinator.establish;

import static dev.onboarding.coordinator.establish.Snapshots.established;
import static dev.onboarding.coordinator.establish.Snapshots.first;
import static dev.onboarding.coordinator.establish.Snapshots.wire;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.onboarding.coordinator.rule.Contexts;
import dev.onboarding.coordinator.rule.RuleSet;
import dev.onboarding.coordinator.rule.SoundAccount;
import dev.onboarding.model.ErrorType;
import dev.onboarding.model.ExchangeRate;
import dev.onboarding.model.Failure;
import dev.onboarding.model.Money;
import dev.onboarding.model.decision.FiredRow;
import dev.onboarding.model.decision.Verdict;
import dev.onboarding.model.finding.Assessment;
import dev.onboarding.model.finding.Assessment.Outcome;
import dev.onboarding.model.finding.Assessments;
import dev.onboarding.model.finding.BilledAmount;
import dev.onboarding.model.finding.Domain;
import dev.onboarding.model.finding.LinkFinding;
import dev.onboarding.model.finding.LinkKind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

class LinksTests {

  private static final RuleSet POLICY = RuleSet.onboardingPolicy();
  private static final String OTHER = "001000000000002AAA";

  private static final LocalDate RATE_DAY = LocalDate.of(2030, 5, 4);

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
  void seesThatTheTriggerNamesADealOfAnotherAccount() {
    String foreign = "006000000000009AAA";
    ObjectNode wire = wire();
    wire.set(
        "named_opportunity",
        first(wire, "opportunities").deepCopy().put("id", foreign).put("account_id", OTHER));
    CrmFindings crm = established(wire, foreign);
    Assessments others = sound.assessments();

    var decision =
        POLICY.decide(
            crm.with(
                others.contract(),
                others.invoice(),
                Links.establish(crm, others.contract(), others.invoice())),
            Contexts.PLAIN);

    assertThat(decision.verdict()).isEqualTo(Verdict.BLOCK);
    assertThat(decision.fired())
        .singleElement()
        .satisfies(row -> {
          assertThat(row.rule()).isEqualTo("LNK-01");
          assertThat(row.says()).contains(OTHER);
        });
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

  @ParameterizedTest
  @CsvSource({
    "102000.00, 0.0, true",
    "104000.00, 0.019607843137, true",
    "104040.00, 0.02, true",
    "104040.02, 0.020000166667, false",
    "51000.00, 0.5, false"
  })
  void convertsForTheComparisonByAStatedRateOfAStatedDay(
      String net, double difference, boolean tolerated) {
    SoundAccount euro = billed(Money.of(net, "EUR"), rate("120000", "102000"));
    LinkFinding link = value(euro);

    assertThat(link.difference()).isCloseTo(difference, within(1e-7));
    assertThat(link.currenciesDiffer()).isTrue();
    assertThat(link.rateDate()).isEqualTo(RATE_DAY);
    assertThat(decided(wire(), euro)).isEqualTo(tolerated ? List.of() : List.of("LNK-12"));
  }

  @Test
  void saysByWhichRateOfWhichDayItCompared() {
    LinkFinding link = value(billed(Money.of("100000", "EUR"), rate("108", "100")));

    assertThat(link.sentence())
        .isEqualTo(
            "The deal is worth 120,000.00 USD, the invoice says 100,000.00 EUR, which is 108,000.00"
                + " USD at 1.08 USD per EUR of 2030-05-04.");
    assertThat(link.right()).contains("1.08 USD per EUR of 2030-05-04");
  }

  @Test
  void convertsByNoRateThatLeadsToAnotherCurrencyThanTheDeals() {
    var toPounds = new ExchangeRate(BigDecimal.ONE, "EUR", "GBP", RATE_DAY);

    assertThat(decided(wire(), billed(Money.of("120000", "EUR"), toPounds)))
        .containsExactly("LNK-13");
  }

  @Test
  void comparesTheSumOfAllCurrenciesWithTheDeal() {
    var dollars = new BilledAmount(Money.of("120000", "USD"), null);
    SoundAccount rated =
        sound.with(
            Domain.INVOICE,
            "billed",
            List.of(dollars, new BilledAmount(Money.of("80000", "EUR"), rate("120000", "100000"))));
    SoundAccount unrated =
        sound.with(
            Domain.INVOICE,
            "billed",
            List.of(dollars, new BilledAmount(Money.of("80000", "EUR"), null)));

    assertThat(value(rated).difference()).isEqualTo(0.8);
    assertThat(decided(wire(), rated)).containsExactly("LNK-12");
    assertThat(value(unrated).difference()).isNull();
    assertThat(decided(wire(), unrated)).containsExactly("LNK-13");
  }

  @Test
  void saysWhichOtherSideItComparesTheDealWith() {
    assertThat(links(wire(), sound).findings())
        .extracting(LinkFinding::sentence)
        .contains(
            "The deal is worth 120,000.00 USD, the contract says 120,000.00 USD.",
            "The deal is worth 120,000.00 USD, the invoice says 120,000.00 USD.");
  }

  private SoundAccount billed(Money net, ExchangeRate rate) {
    return sound
        .with(Domain.INVOICE, "net", net)
        .with(Domain.INVOICE, "billed", List.of(new BilledAmount(net, rate)));
  }

  /// So many dollars for so many euros.
  private static ExchangeRate rate(String dollars, String euros) {
    return new ExchangeRate(
        new BigDecimal(dollars).divide(new BigDecimal(euros), 12, RoundingMode.HALF_EVEN),
        "EUR",
        "USD",
        RATE_DAY);
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
    return POLICY.decide(all(wire, others), Contexts.PLAIN).fired().stream()
        .map(FiredRow::rule)
        .toList();
  }

  private static Verdict verdict(ObjectNode wire, SoundAccount others) {
    return POLICY.decide(all(wire, others), Contexts.PLAIN).verdict();
  }

  private static Assessments all(ObjectNode wire, SoundAccount others) {
    Assessments answers = others.assessments();
    return established(wire).with(answers.contract(), answers.invoice(), links(wire, others));
  }
}
