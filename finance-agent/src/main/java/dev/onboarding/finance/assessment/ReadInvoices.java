package dev.onboarding.finance.assessment;

import dev.onboarding.agentkit.NeededTool;
import dev.onboarding.agentkit.NeededTools;
import dev.onboarding.agentkit.ToolAnswer;
import dev.onboarding.agentkit.ToolServers;
import dev.onboarding.finance.assessment.InvoiceRead.Answered;
import dev.onboarding.finance.assessment.InvoiceRead.NotRead;
import dev.onboarding.finance.establishment.InvoicesOfAccount;
import dev.onboarding.finance.establishment.Reading;
import dev.onboarding.model.ErrorType;
import dev.onboarding.model.Failure;
import dev.onboarding.model.FailureException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Gatherers;

/// Reads invoices from the ERP: one by its own call, many by one call for all.
final class ReadInvoices {

  private static final String SERVER = "netsuite";
  private static final String ONE = "netsuite_list_account_invoices";
  private static final String MANY = "netsuite_get_invoices";

  static final NeededTools NEEDED =
      NeededTools.of(
          NeededTool.of(SERVER, ONE, InvoiceQuery.class, InvoicesOfAccount.class)
              .without("failure"),
          NeededTool.of(SERVER, MANY, Question.class, Answer.class));

  private final ToolServers servers;
  private final int batchSize;

  ReadInvoices(ToolServers servers, AssessmentLimits limits) {
    this.servers = servers;
    this.batchSize = limits.batchSize();
  }

  /// An outcome for every query. A second query about the same account is read by itself, since a
  /// batch names each account once.
  Map<InvoiceQuery, InvoiceRead> of(Collection<InvoiceQuery> queries) {
    var batch = new LinkedHashMap<String, InvoiceQuery>();
    queries.forEach(query -> batch.putIfAbsent(query.accountId(), query));
    var reads = new HashMap<InvoiceQuery, InvoiceRead>();
    batch.values().stream()
        .gather(Gatherers.windowFixed(batchSize))
        .forEach(window -> reads.putAll(window.size() == 1 ? single(window) : together(window)));
    queries.forEach(query -> reads.computeIfAbsent(query, this::alone));
    return reads;
  }

  private Map<InvoiceQuery, InvoiceRead> single(List<InvoiceQuery> window) {
    return Map.of(window.getFirst(), alone(window.getFirst()));
  }

  private InvoiceRead alone(InvoiceQuery query) {
    try {
      var answer = servers.call(SERVER, ONE, query, InvoicesOfAccount.class);
      return readOf(answer.value(), reading(answer));
    } catch (FailureException e) {
      return new NotRead(e.failure());
    }
  }

  private Map<InvoiceQuery, InvoiceRead> together(List<InvoiceQuery> queries) {
    try {
      return matched(queries, servers.call(SERVER, MANY, new Question(queries), Answer.class));
    } catch (FailureException e) {
      return withoutBatch(queries, e.failure());
    }
  }

  private static Map<InvoiceQuery, InvoiceRead> matched(
      List<InvoiceQuery> queries, ToolAnswer<Answer> answer) {
    var byAccount = new HashMap<String, InvoiceRead>();
    for (InvoicesOfAccount invoices : answer.value().accounts()) {
      byAccount.put(invoices.accountId(), readOf(invoices, reading(answer)));
    }
    var reads = new HashMap<InvoiceQuery, InvoiceRead>();
    queries.forEach(query ->
        reads.put(query, byAccount.getOrDefault(query.accountId(), new NotRead(leftOut(query)))));
    return reads;
  }

  /// One account that the batch chokes on must not take the others with it; an outage would only be
  /// met again.
  private Map<InvoiceQuery, InvoiceRead> withoutBatch(List<InvoiceQuery> queries, Failure failure) {
    boolean choked = failure.errorType() == ErrorType.VALIDATION;
    var reads = new HashMap<InvoiceQuery, InvoiceRead>();
    queries.forEach(query -> reads.put(query, choked ? alone(query) : new NotRead(failure)));
    return reads;
  }

  private static InvoiceRead readOf(InvoicesOfAccount invoices, Reading reading) {
    return invoices.failure() == null
        ? new Answered(invoices, reading)
        : new NotRead(invoices.failure());
  }

  private static Reading reading(ToolAnswer<?> answer) {
    return new Reading(answer.tool(), answer.call(), answer.readAt(), answer.digest());
  }

  private static Failure leftOut(InvoiceQuery query) {
    return Failure.of(
        ErrorType.SERVER_ERROR,
        "ACCOUNT_LEFT_OUT",
        null,
        "%s answered without account %s.".formatted(MANY, query.accountId()));
  }

  private record Question(List<InvoiceQuery> accounts) {}

  private record Answer(List<InvoicesOfAccount> accounts) {}
}
