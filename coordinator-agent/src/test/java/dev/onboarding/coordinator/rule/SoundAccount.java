package dev.onboarding.coordinator.rule;

import dev.onboarding.model.Failure;
import dev.onboarding.model.Money;
import dev.onboarding.model.finding.AccountFinding;
import dev.onboarding.model.finding.Assessment;
import dev.onboarding.model.finding.Assessments;
import dev.onboarding.model.finding.ContractFinding;
import dev.onboarding.model.finding.ContractState;
import dev.onboarding.model.finding.Domain;
import dev.onboarding.model.finding.Evidence;
import dev.onboarding.model.finding.Finding;
import dev.onboarding.model.finding.InvoiceFinding;
import dev.onboarding.model.finding.InvoiceStatus;
import dev.onboarding.model.finding.LinkFinding;
import dev.onboarding.model.finding.LinkKind;
import dev.onboarding.model.finding.OpportunityFinding;
import dev.onboarding.model.finding.OwnerFinding;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// An account on which no rule fires, to be spoilt in one point at a time.
public record SoundAccount(Map<Domain, Assessment<? extends Finding>> answers) {

  private static final String ACCOUNT = "001000000000001AAA";
  private static final LocalDate DAY = LocalDate.EPOCH.plusDays(20_000);

  public static SoundAccount sound() {
    Map<Domain, Assessment<? extends Finding>> answers = new EnumMap<>(Domain.class);
    answers.put(Domain.ACCOUNT, Assessment.judged(Domain.ACCOUNT, List.of(account())));
    answers.put(Domain.OPPORTUNITY, Assessment.judged(Domain.OPPORTUNITY, List.of(deal())));
    answers.put(Domain.OWNER, Assessment.judged(Domain.OWNER, List.of(owner())));
    answers.put(Domain.CONTRACT, Assessment.judged(Domain.CONTRACT, List.of(contract())));
    answers.put(Domain.INVOICE, Assessment.judged(Domain.INVOICE, List.of(invoice())));
    answers.put(Domain.LINK, Assessment.judged(Domain.LINK, List.of()));
    return new SoundAccount(answers);
  }

  /// The same with one component of the domain's finding replaced.
  public SoundAccount with(Domain domain, String component, Object value) {
    Finding changed = changed(answers.get(domain).findings().getFirst(), component, value);
    return with(Assessment.judged(domain, List.of(changed)));
  }

  public SoundAccount links(LinkFinding... links) {
    return with(Assessment.judged(Domain.LINK, List.of(links)));
  }

  public SoundAccount failed(Domain domain, Failure failure) {
    return with(Assessment.failed(domain, failure));
  }

  public SoundAccount notJudged(Domain domain) {
    return with(Assessment.notJudged(domain, "Because of another finding."));
  }

  public SoundAccount silent(Domain domain) {
    return with(Assessment.judged(domain, List.of()));
  }

  private SoundAccount with(Assessment<? extends Finding> answer) {
    Map<Domain, Assessment<? extends Finding>> changed = new EnumMap<>(answers);
    changed.put(answer.domain(), answer);
    return new SoundAccount(changed);
  }

  @SuppressWarnings("unchecked")
  public Assessments assessments() {
    return new Assessments(
        (Assessment<AccountFinding>) answers.get(Domain.ACCOUNT),
        (Assessment<OpportunityFinding>) answers.get(Domain.OPPORTUNITY),
        (Assessment<OwnerFinding>) answers.get(Domain.OWNER),
        (Assessment<ContractFinding>) answers.get(Domain.CONTRACT),
        (Assessment<InvoiceFinding>) answers.get(Domain.INVOICE),
        (Assessment<LinkFinding>) answers.get(Domain.LINK));
  }

  public static LinkFinding identity(LinkKind kind, Boolean same) {
    return new LinkFinding(
        kind, same, null, null, null, ACCOUNT, "001000000000002AAA", "Sentence.", read("link"));
  }

  public static LinkFinding amounts(LinkKind kind, Double difference) {
    return new LinkFinding(
        kind, null, difference, false, null, "100.00 USD", "103.00 USD", "Sentence.", read("link"));
  }

  public static LinkFinding currencies(LinkKind kind, LocalDate rate) {
    return converted(kind, null, rate);
  }

  public static LinkFinding converted(LinkKind kind, Double difference, LocalDate rate) {
    return new LinkFinding(
        kind, null, difference, true, rate, "100.00 USD", "100.00 EUR", "Sentence.", read("link"));
  }

  private static AccountFinding account() {
    return new AccountFinding(
        true,
        1,
        false,
        null,
        ACCOUNT,
        "Acme",
        "ACME-001",
        "US",
        "Software",
        "005000000000001AAA",
        "Account Acme exists in Salesforce.",
        read("Account " + ACCOUNT));
  }

  private static OpportunityFinding deal() {
    return new OpportunityFinding(
        1,
        1,
        false,
        "006000000000001AAA",
        ACCOUNT,
        "Acme Enterprise",
        "Closed Won",
        true,
        Money.of("120000", "USD"),
        DAY,
        "800000000000001AAA",
        "Enterprise",
        "It is the only one.",
        "Opportunity Acme Enterprise is won.",
        read("Opportunity 006000000000001AAA"));
  }

  private static OwnerFinding owner() {
    return new OwnerFinding(
        true,
        "005000000000001AAA",
        "Olga Owner",
        "olga@example.com",
        "00e000000000001AAA",
        "Account Executive",
        "Sales",
        "005000000000002AAA",
        "Olga Owner owns the account and is active.",
        read("User 005000000000001AAA"));
  }

  private static ContractFinding contract() {
    return new ContractFinding(
        1,
        1,
        false,
        false,
        "0d1e2f30-0000-4000-8000-000000000001",
        ContractState.EXECUTED,
        ACCOUNT,
        DAY,
        DAY.plusYears(1),
        "agreement",
        "agreement",
        false,
        false,
        false,
        false,
        "Activated",
        DAY,
        DAY.plusYears(1),
        false,
        0,
        0,
        Money.of("120000", "USD"),
        "THIRTY_DAYS",
        true,
        "Sam Signer",
        "sam@customer.example",
        "It is the envelope that the CRM names.",
        "The contract is executed.",
        read("Envelope 0d1e2f30"));
  }

  private static InvoiceFinding invoice() {
    Money total = Money.of("120000", "USD");
    return new InvoiceFinding(
        1,
        1,
        0,
        null,
        0,
        null,
        null,
        false,
        "1227",
        "INV-1227",
        InvoiceStatus.PAID_IN_FULL,
        ACCOUNT,
        "Acme",
        total,
        total,
        Money.zero("USD"),
        DAY.plusDays(30),
        0,
        1.0,
        false,
        null,
        List.of(),
        "billing@customer.example",
        "It names the deal.",
        "Invoice INV-1227 is paid in full.",
        read("Invoice 1227"));
  }

  private static List<Evidence> read(String record) {
    return List.of(
        new Evidence(
            "salesforce", record, "a_tool", "call-1", Instant.EPOCH, "0123456789abcdef0123"));
  }

  private static Finding changed(Finding finding, String name, Object value) {
    RecordComponent[] components = finding.getClass().getRecordComponents();
    if (Arrays.stream(components).noneMatch(component -> component.getName().equals(name))) {
      throw new IllegalArgumentException(finding.domain() + " has no component " + name);
    }
    try {
      Class<?>[] types =
          Arrays.stream(components).map(RecordComponent::getType).toArray(Class[]::new);
      Object[] values = new Object[components.length];
      for (int i = 0; i < components.length; i++) {
        values[i] =
            components[i].getName().equals(name)
                ? value
                : components[i].getAccessor().invoke(finding);
      }
      return (Finding) finding.getClass().getDeclaredConstructor(types).newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
