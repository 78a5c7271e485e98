package dev.onboarding.coordinator.rule;

import static dev.onboarding.coordinator.rule.Cell.cell;
import static dev.onboarding.coordinator.rule.Cell.missing;
import static dev.onboarding.model.decision.Verdict.BLOCK;
import static dev.onboarding.model.decision.Verdict.ESCALATE;
import static dev.onboarding.model.decision.Verdict.PROCEED;
import static dev.onboarding.model.finding.Domain.ACCOUNT;
import static dev.onboarding.model.finding.Domain.CONTRACT;
import static dev.onboarding.model.finding.Domain.INVOICE;
import static dev.onboarding.model.finding.Domain.OPPORTUNITY;
import static dev.onboarding.model.finding.Domain.OWNER;

import dev.onboarding.model.finding.ContractState;
import dev.onboarding.model.finding.Domain;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/// The cells on account, opportunity, owner and contract.
final class CustomerCells {

  private CustomerCells() {}

  static Stream<Cell> cells() {
    return Stream.of(account(), opportunity(), owner(), contract()).flatMap(List::stream);
  }

  private static List<Cell> account() {
    return List.of(
        cell("ACC-01", BLOCK, CustomerCells::accountNotFound),
        cell("ACC-02", BLOCK, a -> accountNotFound(a).with(ACCOUNT, "matches", 2)),
        cell("ACC-03", BLOCK, a -> a.with(ACCOUNT, "deleted", true)),
        cell(
            "ACC-04",
            BLOCK,
            a -> a.with(ACCOUNT, "deleted", true).with(ACCOUNT, "mergedInto", "001000000000009AAA"),
            a -> a.with(ACCOUNT, "mergedInto", "001000000000009AAA")),
        missing("ACC-05", BLOCK, ACCOUNT, "id"),
        missing("ACC-06", BLOCK, ACCOUNT, "name"),
        missing("ACC-11", ESCALATE, ACCOUNT, "billingCountry"),
        missing("ACC-12", ESCALATE, ACCOUNT, "industry"),
        missing("ACC-13", ESCALATE, ACCOUNT, "ownerId"));
  }

  private static List<Cell> opportunity() {
    return List.of(
        cell("OPP-01", BLOCK, CustomerCells::noOpportunity),
        cell("OPP-02", BLOCK, a -> a.with(OPPORTUNITY, "won", false)),
        missing("OPP-03", BLOCK, OPPORTUNITY, "id"),
        missing("OPP-04", BLOCK, OPPORTUNITY, "accountId"),
        missing("OPP-11", ESCALATE, OPPORTUNITY, "amount"),
        missing("OPP-12", ESCALATE, OPPORTUNITY, "closeDate"),
        missing("OPP-13", ESCALATE, OPPORTUNITY, "contractId"),
        cell(
            "OPP-14",
            ESCALATE,
            a -> a.with(OPPORTUNITY, "count", 2).with(OPPORTUNITY, "ambiguous", true),
            a -> a.with(OPPORTUNITY, "count", 2)));
  }

  private static List<Cell> owner() {
    return List.of(
        missing("OWN-01", BLOCK, OWNER, "id"),
        cell("OWN-02", BLOCK, a -> a.with(OWNER, "active", false)),
        missing("OWN-03", BLOCK, OWNER, "email"),
        missing("OWN-04", BLOCK, OWNER, "profileId"),
        missing("OWN-11", ESCALATE, OWNER, "title"),
        missing("OWN-12", ESCALATE, OWNER, "department"),
        missing("OWN-13", ESCALATE, OWNER, "managerId"));
  }

  private static List<Cell> contract() {
    return List.of(
        cell("CON-01", BLOCK, CustomerCells::noContract),
        missing("CON-02", BLOCK, CONTRACT, "id"),
        state("CON-03", ContractState.DRAFT),
        state("CON-04", ContractState.SENT),
        state("CON-05", ContractState.DECLINED),
        state("CON-06", ContractState.VOIDED),
        state("CON-07", ContractState.SIGNING_DEADLINE_PASSED),
        state("CON-08", ContractState.DELETED),
        missing("CON-UNKNOWN", BLOCK, CONTRACT, "state"),
        cell(
            "CON-09",
            BLOCK,
            a -> a.with(CONTRACT, "expiryPassed", true),
            a -> a.with(CONTRACT, "expiryPassed", true).with(CONTRACT, "renewing", true)),
        cell("CON-10", BLOCK, a -> a.with(CONTRACT, "terminated", true)),
        missing("CON-11", ESCALATE, CONTRACT, "effectiveDate"),
        missing("CON-12", ESCALATE, CONTRACT, "expiryDate"),
        cell("CON-13", ESCALATE, a -> a.with(CONTRACT, "pendingSignatories", 1)),
        cell("CON-14", ESCALATE, a -> a.with(CONTRACT, "notYetEffective", true)),
        cell(
            "CON-15",
            ESCALATE,
            a -> a.with(CONTRACT, "ambiguous", true).with(CONTRACT, "candidates", 2)),
        cell(
            "CON-16",
            BLOCK,
            a -> a.with(CONTRACT, "crmStatus", "Expired"),
            a -> a.with(CONTRACT, "crmStatus", "Expired").with(CONTRACT, "renewing", true)),
        cell("CON-17", ESCALATE, a -> a.with(CONTRACT, "otherKind", true)),
        cell(
            "CON-22",
            PROCEED,
            a -> a.with(CONTRACT, "crmStartDate", LocalDate.EPOCH),
            a -> a.with(CONTRACT, "crmStartDate", null)),
        cell(
            "CON-22",
            PROCEED,
            a -> a.with(CONTRACT, "crmEndDate", LocalDate.EPOCH),
            a -> a.with(CONTRACT, "crmEndDate", null)),
        cell(
            "CON-21",
            PROCEED,
            a -> a.with(CONTRACT, "reviewed", false),
            a -> a.with(CONTRACT, "reviewed", null)));
  }

  private static SoundAccount accountNotFound(SoundAccount account) {
    SoundAccount spoilt = account.with(ACCOUNT, "found", false).with(ACCOUNT, "matches", 0);
    for (String component : List.of("id", "name", "billingCountry", "industry", "ownerId")) {
      spoilt = spoilt.with(ACCOUNT, component, null);
    }
    for (var domain : List.of(OPPORTUNITY, OWNER, CONTRACT, INVOICE)) {
      spoilt = spoilt.notJudged(domain);
    }
    return spoilt.notJudged(Domain.LINK);
  }

  static SoundAccount noOpportunity(SoundAccount account) {
    SoundAccount spoilt =
        account
            .with(OPPORTUNITY, "count", 0)
            .with(OPPORTUNITY, "wonCount", 0)
            .with(OPPORTUNITY, "won", false);
    for (String component : List.of("id", "accountId", "amount", "closeDate", "contractId")) {
      spoilt = spoilt.with(OPPORTUNITY, component, null);
    }
    return spoilt;
  }

  static SoundAccount noContract(SoundAccount account) {
    SoundAccount spoilt = account.with(CONTRACT, "count", 0);
    for (String component : List.of("id", "state", "effectiveDate", "expiryDate", "value")) {
      spoilt = spoilt.with(CONTRACT, component, null);
    }
    return spoilt;
  }

  private static Cell state(String rule, ContractState state) {
    return cell(rule, BLOCK, account -> account.with(CONTRACT, "state", state));
  }
}
