package dev.onboarding.finance.assessment;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.onboarding.edge.EdgeJson;
import dev.onboarding.model.AccountContext;
import dev.onboarding.model.AccountContext.Deal;
import dev.onboarding.model.ErrorType;
import dev.onboarding.model.Failure;
import dev.onboarding.model.FailureException;
import dev.onboarding.model.Money;
import dev.onboarding.model.finding.Assessment;
import dev.onboarding.model.finding.InvoiceFinding;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Assesses accounts by what a scripted server answers.
final class Assessing {

  static final String ONE = "001000000000001AAA";
  static final String TWO = "001000000000002AAA";
  static final String DEAL = "006000000000001AAA";
  static final String OTHER_DEAL = "006000000000002AAA";
  static final AssessmentLimits LIMITS = new AssessmentLimits(200, 2);
  static final Failure THROTTLED =
      new Failure(
          ErrorType.RATE_LIMIT,
          "CONCURRENCY_LIMIT_EXCEEDED",
          429,
          "Concurrent request limit exceeded. Request blocked.",
          "Lower the number of permits.",
          "Integration Admin");

  private Assessing() {}

  static Failure refusal(StandInServers servers, List<AccountContext> accounts) {
    return catchThrowableOfType(FailureException.class, () -> assessments(servers, accounts))
        .failure();
  }

  static List<Assessment<InvoiceFinding>> assess(
      StandInServers servers, AccountContext... accounts) {
    return assessments(servers, List.of(accounts)).assessments().stream()
        .map(AccountAssessment::assessment)
        .toList();
  }

  static InvoiceAssessments assessments(StandInServers servers, List<AccountContext> accounts) {
    return new AssessInvoices(new ReadInvoices(servers, LIMITS), LIMITS).of(accounts);
  }

  static AccountContext account(String id, @Nullable String deal) {
    var sold =
        deal == null
            ? null
            : new Deal(deal, Money.of("100", "USD"), LocalDate.EPOCH, "800000000000001AAA");
    return new AccountContext(id, "ACME-001", "Acme", LocalDate.EPOCH, sold, null);
  }

  static String failing(Failure failure) {
    throw new FailureException(failure);
  }

  static String invoice(String deal, String status) {
    return "{'id':'1','number':'INV1','status':'%s','opportunity_id':'%s','total':{'amount':100.5,'currency':'USD'},'new':1}"
        .formatted(status, deal);
  }

  static String answer(String account, String... invoices) {
    return "{'account_id':'%s','customers':[{'id':'7','name':'Acme'}],'invoices':[%s],'unapplied_credits':[]}"
        .formatted(account, String.join(",", invoices))
        .replace('\'', '"');
  }

  static String answers(String... answers) {
    return "{\"accounts\":[%s]}".formatted(String.join(",", answers));
  }

  static JsonNode json(String text) {
    return EdgeJson.mapper().readTree(text.replace('\'', '"'));
  }
}
