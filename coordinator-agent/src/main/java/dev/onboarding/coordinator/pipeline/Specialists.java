package dev.onboarding.coordinator.pipeline;

import dev.onboarding.agentkit.NeededTool;
import dev.onboarding.agentkit.NeededTools;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/// The agents that establish contract and invoice, asked at the same time.
final class Specialists {

  private static final TypeReference<Answers<ContractFinding>> CONTRACTS = new TypeReference<>() {};
  private static final TypeReference<Answers<InvoiceFinding>> INVOICES = new TypeReference<>() {};

  static final NeededTools NEEDED =
      NeededTools.of(
          NeededTool.of("contract", "contract_assess", Question.class, CONTRACTS.getType()),
          NeededTool.of("finance", "finance_assess", Question.class, INVOICES.getType()));

  private final ToolServers servers;

  Specialists(ToolServers servers) {
    this.servers = servers;
  }

  /// Both domains; one that could not be read is failed, and the other stands.
  Assessed assess(AccountContext account) {
    return Objects.requireNonNull(assess(List.of(account)).get(account.accountId()));
  }

  /// Both domains of every account, with one call to each agent, by account id.
  Map<String, Assessed> assess(List<AccountContext> accounts) {
    var caller = CallContext.current();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var contracts = threads.submit(bound(caller, () -> contracts(accounts)));
      var invoices = threads.submit(bound(caller, () -> invoices(accounts)));
      return together(accounts, answer(contracts), answer(invoices));
    }
  }

  private static Map<String, Assessed> together(
      List<AccountContext> accounts,
      Function<String, Answered<ContractFinding>> contracts,
      Function<String, Answered<InvoiceFinding>> invoices) {
    var assessed = new HashMap<String, Assessed>();
    for (var account : accounts) {
      var id = account.accountId();
      assessed.put(id, new Assessed(contracts.apply(id), invoices.apply(id)));
    }
    return assessed;
  }

  private Function<String, Answered<ContractFinding>> contracts(List<AccountContext> accounts) {
    return ask(Domain.CONTRACT, "contract", "contract_assess", accounts, CONTRACTS);
  }

  private Function<String, Answered<InvoiceFinding>> invoices(List<AccountContext> accounts) {
    return ask(Domain.INVOICE, "finance", "finance_assess", accounts, INVOICES);
  }

  /// The answer for each account by its id.
  private <F extends Finding> Function<String, Answered<F>> ask(
      Domain domain,
      String server,
      String tool,
      List<AccountContext> accounts,
      TypeReference<Answers<F>> type) {
    try {
      var answer = servers.call(server, tool, new Question(accounts), type);
      var byAccount = answer.value().byAccount();
      return account ->
          new Answered<>(
              byAccount.getOrDefault(account, silent(domain, tool, account)), answer.server());
    } catch (FailureException failed) {
      return _ -> new Answered<>(Assessment.failed(domain, failed.failure()), null);
    }
  }

  private static <F extends Finding> Assessment<F> silent(
      Domain domain, String tool, String account) {
    return Assessment.failed(
        domain,
        Failure.of(
            ErrorType.SERVER_ERROR,
            "UNREADABLE_ANSWER",
            null,
            "%s did not answer for account %s.".formatted(tool, account)));
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

    private Map<String, Assessment<F>> byAccount() {
      var byAccount = new HashMap<String, Assessment<F>>();
      assessments.forEach(each -> byAccount.putIfAbsent(each.accountId(), each.assessment()));
      return byAccount;
    }
  }

  /// One account's answer.
  record Answer<F extends Finding>(String accountId, Assessment<F> assessment) {}
}
