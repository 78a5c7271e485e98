package dev.onboarding.contract.assessment;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.onboarding.model.AccountContext;
import dev.onboarding.model.AccountContext.CrmContract;
import dev.onboarding.model.ErrorType;
import dev.onboarding.model.Failure;
import dev.onboarding.model.FailureException;
import dev.onboarding.model.finding.Assessment;
import dev.onboarding.model.finding.ContractFinding;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Assesses accounts by what a scripted server answers.
final class Assessing {

  static final String ONE = "001000000000001AAA";
  static final String TWO = "001000000000002AAA";
  static final String EXECUTED = contract("E1", "EXECUTED");
  static final AssessmentLimits LIMITS = new AssessmentLimits(200, 2);
  static final Failure THROTTLED =
      new Failure(
          ErrorType.RATE_LIMIT,
          "HOURLY_APIINVOCATION_LIMIT_EXCEEDED",
          400,
          "Too many calls.",
          "Wait until the hour is over.",
          "Integration Admin");

  private Assessing() {}

  static Failure refusal(StandInServers servers, List<AccountContext> accounts) {
    return catchThrowableOfType(FailureException.class, () -> assessments(servers, accounts))
        .failure();
  }

  static List<Assessment<ContractFinding>> assess(
      StandInServers servers, AccountContext... accounts) {
    return assessments(servers, List.of(accounts)).assessments().stream()
        .map(AccountAssessment::assessment)
        .toList();
  }

  static ContractAssessments assessments(StandInServers servers, List<AccountContext> accounts) {
    return new AssessContracts(new ReadContracts(servers, LIMITS), LIMITS).of(accounts);
  }

  static List<Integer> counts(List<Assessment<ContractFinding>> assessments) {
    return assessments.stream().map(a -> a.findings().getFirst().count()).toList();
  }

  static AccountContext account(String id, @Nullable String envelope) {
    var crm = new CrmContract("800000000000001AAA", null, null, null, envelope, null, null);
    return new AccountContext(id, null, "Acme", LocalDate.EPOCH, null, crm);
  }

  static String failing(Failure failure) {
    throw new FailureException(failure);
  }

  static String contract(String id, String status) {
    return "{'envelope_id':'%s','status':'%s','terminated':false,'on_paper':false,'new':1}"
        .formatted(id, status);
  }

  static String answer(String account, String... contracts) {
    return "{'account_id':'%s','envelopes_matching':9,'contracts':[%s]}"
        .formatted(account, String.join(",", contracts))
        .replace('\'', '"');
  }

  static String answers(String... answers) {
    return "{\"accounts\":[%s]}".formatted(String.join(",", answers));
  }

  static tools.jackson.databind.JsonNode json(String text) {
    return dev.onboarding.edge.EdgeJson.mapper().readTree(text.replace('\'', '"'));
  }
}
