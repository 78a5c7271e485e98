package dev.onboarding.coordinator.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onboarding.coordinator.rule.TableMutants.Mutant;
import dev.onboarding.model.decision.Decision;
import dev.onboarding.model.decision.FiredRow;
import dev.onboarding.model.decision.Tier;
import dev.onboarding.model.decision.Verdict;
import dev.onboarding.model.finding.Assessments;
import dev.onboarding.model.finding.ContractState;
import dev.onboarding.model.finding.Domain;
import dev.onboarding.model.finding.InvoiceStatus;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The examples of the policy notice every slip of the hand in the table.
class PolicyMutationProof {

  private static final double LEAST_KILLED = 0.9;
  private static final int ANY = 1_000;

  private final List<Example> examples = examples();

  @Test
  void holdsOfTheTableAsItStands() {
    RuleSet policy = RuleSet.onboardingPolicy();

    assertThat(examples).allMatch(example -> example.holdsOf(policy));
  }

  @Test
  void noticesEveryChangeOfTheTable() {
    List<Mutant> mutants = TableMutants.of(RuleSet.onboardingPolicyText());
    List<Mutant> survivors = mutants.stream().filter(this::survives).toList();

    double killed = 1 - survivors.size() / (double) mutants.size();
    System.out.printf(
        "Table mutants: %d, killed %.1f %%, survivors %s%n",
        mutants.size(), killed * 100, survivors);
    assertThat(mutants).hasSizeGreaterThan(500);
    assertThat(killed).as("survivors: %s", survivors).isGreaterThanOrEqualTo(LEAST_KILLED);
  }

  private boolean survives(Mutant mutant) {
    RuleSet changed;
    try {
      changed = RuleSet.load("mutant.yaml", mutant.policy());
    } catch (RuleSetRefused noticed) {
      return false;
    }
    return examples.stream().allMatch(example -> example.holdsOf(changed));
  }

  private static List<Example> examples() {
    List<Example> all = new ArrayList<>();
    Stream.concat(CustomerCells.cells(), MoneyCells.cells())
        .forEach(cell -> {
          all.add(new OfACell(account(cell.broken()), List.of(cell.rule()), cell.verdict()));
          all.add(new OfACell(account(cell.sound()), List.of(), Verdict.PROCEED));
        });
    guards()
        .forEach((account, rule) ->
            all.add(new OfACell(account.assessments(), List.of(rule), Verdict.BLOCK)));
    for (long seed = 0; seed < ANY; seed++) {
      Assessments account = AnyAccount.of(seed).assessments();
      all.add(new OfAnAccount(account, PlainPolicy.judge(account)));
    }
    return all;
  }

  /// What does not exist is not also incomplete: one row says so, and the others are silent.
  private static Map<SoundAccount, String> guards() {
    Map<SoundAccount, String> guards = new LinkedHashMap<>();
    SoundAccount noContract = CustomerCells.noContract(SoundAccount.sound());
    for (ContractState state : ContractState.values()) {
      guards.put(noContract.with(Domain.CONTRACT, "state", state), "CON-01");
    }
    for (String flag :
        List.of("expiryPassed", "terminated", "notYetEffective", "ambiguous", "otherKind")) {
      guards.put(noContract.with(Domain.CONTRACT, flag, true), "CON-01");
    }
    guards.put(noContract.with(Domain.CONTRACT, "reviewed", false), "CON-01");
    guards.put(noContract.with(Domain.CONTRACT, "crmStatus", "Expired"), "CON-01");
    guards.put(
        noContract
            .with(Domain.CONTRACT, "effectiveDate", LocalDate.EPOCH)
            .with(Domain.CONTRACT, "expiryDate", LocalDate.EPOCH),
        "CON-01");
    guards.put(
        noContract
            .with(Domain.CONTRACT, "state", ContractState.EXECUTED)
            .with(Domain.CONTRACT, "pendingSignatories", 1),
        "CON-01");
    SoundAccount noInvoice = MoneyCells.noInvoice(SoundAccount.sound());
    for (InvoiceStatus status : InvoiceStatus.values()) {
      guards.put(noInvoice.with(Domain.INVOICE, "status", status), "INV-01");
    }
    guards.put(noInvoice.with(Domain.INVOICE, "settledByCredit", true), "INV-01");
    guards.put(noInvoice.with(Domain.INVOICE, "settledByCredit", null), "INV-01");
    guards.put(
        CustomerCells.noOpportunity(SoundAccount.sound())
            .with(Domain.OPPORTUNITY, "ambiguous", true),
        "OPP-01");
    for (String component : List.of("id", "name", "billingCountry", "industry", "ownerId")) {
      guards.put(
          SoundAccount.sound()
              .with(Domain.ACCOUNT, "matches", 2)
              .with(Domain.ACCOUNT, component, null),
          "ACC-02");
    }
    return guards;
  }

  private static Assessments account(UnaryOperator<SoundAccount> change) {
    return change.apply(SoundAccount.sound()).assessments();
  }

  /// What the tests of the policy expect, in words that do not come from the table.
  private sealed interface Example {

    boolean holdsOf(RuleSet rules);
  }

  /// As [PolicyTableTests] has it.
  private record OfACell(Assessments account, List<String> rules, Verdict verdict)
      implements Example {

    @Override
    public boolean holdsOf(RuleSet changed) {
      Decision decision = changed.decide(account, Contexts.PLAIN);
      return decision.verdict() == verdict
          && decision.fired().stream().map(FiredRow::rule).toList().equals(rules);
    }
  }

  /// As [PlainPolicyTests] has it.
  private record OfAnAccount(Assessments account, Map<Domain, Tier> gravest) implements Example {

    @Override
    public boolean holdsOf(RuleSet changed) {
      return PlainPolicyTests.gravest(changed.decide(account, Contexts.PLAIN)).equals(gravest);
    }
  }
}
