package dev.onboarding.coordinator.pipeline;

import dev.onboarding.agentkit.ToolServers;
import dev.onboarding.model.AccountContext;
import dev.onboarding.model.CallContext;
import dev.onboarding.model.ErrorType;
import dev.onboarding.model.Failure;
import dev.onboarding.model.FailureException;
import dev.onboarding.model.finding.Assessment;
import dev.onboarding.model.finding.ContractFinding;
import dev.onboarding.model.finding.Domain;
import dev.onboarding.model.finding.Finding;
import dev.onboarding.model.finding.InvoiceFinding;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/// The agents that establish contract and invoice, asked at the same time.
final class Specialists {

  private final ToolServers servers;

  Specialists(ToolServers servers) {
    this.servers = servers;
  }

  /// Both domains; one that could not be read is failed, and the other stands.
  Assessed assess(AccountContext account) {
    var caller = CallContext.current();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var contract = threads.submit(bound(caller, () -> contract(account)));
      var invoice = threads.submit(bound(caller, () -> invoice(account)));
      return new Assessed(answer(contract), answer(invoice));
    }
  }

  private Answered<ContractFinding> contract(AccountContext account) {
    return ask(
        Domain.CONTRACT,
        "contract",
        "contract_assess",
        account,
        new TypeReference<Answers<ContractFinding>>() {});
  }

  private Answered<InvoiceFinding> invoice(AccountContext account) {
    return ask(
        Domain.INVOICE,
        "finance",
        "finance_assess",
        account,
        new TypeReference<Answers<InvoiceFinding>>() {});
  }

  private <F extends Finding> Answered<F> ask(
      Domain domain,
      String server,
      String tool,
      AccountContext account,
      TypeReference<Answers<F>> type) {
    try {
      var answer = servers.call(server, tool, new Question(List.of(account)), type);
      return new Answered<>(answer.value().of(account.accountId(), domain, tool), answer.server());
    } catch (FailureException failed) {
      return new Answered<>(Assessment.failed(domain, failed.failure()), null);
    }
  }

  /// Who asks follows into the thread by hand; a scoped value does not.
  private static <T> Callable<T> bound(CallContext caller, Callable<T> work) {
    return () -> caller.call(work);
  }

  private static <T> T answer(Future<T> asked) {
    try {
      return asked.get();
    } catch (ExecutionException defect) {
      throw new IllegalStateException(defect.getCause());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while gathering", stopped);
    }
  }

  /// What the two agents established.
  record Assessed(Answered<ContractFinding> contract, Answered<InvoiceFinding> invoice) {}

  /// One agent's assessment.
  ///
  /// @param server its name and version; null when it did not answer
  record Answered<F extends Finding>(Assessment<F> assessment, @Nullable String server) {}

  /// The arguments of an `_assess` tool.
  record Question(List<AccountContext> accounts) {}

  /// The result of an `_assess` tool.
  record Answers<F extends Finding>(List<Answer<F>> assessments) {

    private Assessment<F> of(String account, Domain domain, String tool) {
      return assessments.stream()
          .filter(answer -> answer.accountId().equals(account))
          .map(Answer::assessment)
          .findFirst()
          .orElseGet(() ->
              Assessment.failed(
                  domain,
                  Failure.of(
                      ErrorType.SERVER_ERROR,
                      "UNREADABLE_ANSWER",
                      null,
                      "%s did not answer for account %s.".formatted(tool, account))));
    }
  }

  /// One account's answer.
  record Answer<F extends Finding>(String accountId, Assessment<F> assessment) {}
}
