package dev.onboarding.contract.assessment;

import dev.onboarding.agentkit.NeededTool;
import dev.onboarding.agentkit.NeededTools;
import dev.onboarding.agentkit.ToolAnswer;
import dev.onboarding.agentkit.ToolServers;
import dev.onboarding.contract.assessment.ContractRead.Answered;
import dev.onboarding.contract.assessment.ContractRead.NotRead;
import dev.onboarding.contract.establishment.ContractsOfAccount;
import dev.onboarding.contract.establishment.Reading;
import dev.onboarding.model.ErrorType;
import dev.onboarding.model.Failure;
import dev.onboarding.model.FailureException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Gatherers;

/// Reads contracts from the contract system: one by its own call, many by one call for all.
final class ReadContracts {

  private static final String SERVER = "clm";
  private static final String ONE = "clm_get_contract";
  private static final String MANY = "clm_get_contracts";

  static final NeededTools NEEDED =
      NeededTools.of(
          NeededTool.of(SERVER, ONE, ContractQuery.class, ContractsOfAccount.class)
              .without("failure"),
          NeededTool.of(SERVER, MANY, Question.class, Answer.class));

  private final ToolServers servers;
  private final int batchSize;

  ReadContracts(ToolServers servers, AssessmentLimits limits) {
    this.servers = servers;
    this.batchSize = limits.batchSize();
  }

  /// An outcome for every query. A second query about the same account is read by itself, since a
  /// batch names each account once.
  Map<ContractQuery, ContractRead> of(Collection<ContractQuery> queries) {
    var batch = new LinkedHashMap<String, ContractQuery>();
    queries.forEach(query -> batch.putIfAbsent(query.accountId(), query));
    var reads = new HashMap<ContractQuery, ContractRead>();
    batch.values().stream()
        .gather(Gatherers.windowFixed(batchSize))
        .forEach(window -> reads.putAll(window.size() == 1 ? single(window) : together(window)));
    queries.forEach(query -> reads.computeIfAbsent(query, this::alone));
    return reads;
  }

  private Map<ContractQuery, ContractRead> single(List<ContractQuery> window) {
    return Map.of(window.getFirst(), alone(window.getFirst()));
  }

  private ContractRead alone(ContractQuery query) {
    try {
      var answer = servers.call(SERVER, ONE, query, ContractsOfAccount.class);
      return readOf(answer.value(), reading(answer));
    } catch (FailureException e) {
      return new NotRead(e.failure());
    }
  }

  private Map<ContractQuery, ContractRead> together(List<ContractQuery> queries) {
    try {
      return matched(queries, servers.call(SERVER, MANY, new Question(queries), Answer.class));
    } catch (FailureException e) {
      return withoutBatch(queries, e.failure());
    }
  }

  private static Map<ContractQuery, ContractRead> matched(
      List<ContractQuery> queries, ToolAnswer<Answer> answer) {
    var byAccount = new HashMap<String, ContractRead>();
    for (ContractsOfAccount contracts : answer.value().accounts()) {
      byAccount.put(contracts.accountId(), readOf(contracts, reading(answer)));
    }
    var reads = new HashMap<ContractQuery, ContractRead>();
    queries.forEach(query ->
        reads.put(query, byAccount.getOrDefault(query.accountId(), new NotRead(leftOut(query)))));
    return reads;
  }

  /// One account that the batch chokes on must not take the others with it; an outage would only be
  /// met again.
  private Map<ContractQuery, ContractRead> withoutBatch(
      List<ContractQuery> queries, Failure failure) {
    boolean choked = failure.errorType() == ErrorType.VALIDATION;
    var reads = new HashMap<ContractQuery, ContractRead>();
    queries.forEach(query -> reads.put(query, choked ? alone(query) : new NotRead(failure)));
    return reads;
  }

  private static ContractRead readOf(ContractsOfAccount contracts, Reading reading) {
    return contracts.failure() == null
        ? new Answered(contracts, reading)
        : new NotRead(contracts.failure());
  }

  private static Reading reading(ToolAnswer<?> answer) {
    return new Reading(answer.tool(), answer.call(), answer.readAt(), answer.digest());
  }

  private static Failure leftOut(ContractQuery query) {
    return Failure.of(
        ErrorType.SERVER_ERROR,
        "ACCOUNT_LEFT_OUT",
        null,
        "%s answered without account %s.".formatted(MANY, query.accountId()));
  }

  private record Question(List<ContractQuery> accounts) {}

  private record Answer(List<ContractsOfAccount> accounts) {}
}
