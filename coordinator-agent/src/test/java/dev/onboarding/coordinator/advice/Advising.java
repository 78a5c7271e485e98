package dev.onboarding.coordinator.advice;

import dev.onboarding.adviser.ask.Origin;
import dev.onboarding.adviser.task.AdviceTask;
import dev.onboarding.adviser.task.Prompts;
import dev.onboarding.coordinator.PlayedAccounts.Story;
import dev.onboarding.coordinator.RunningCoordinator;
import dev.onboarding.coordinator.pipeline.AdviceRows;
import dev.onboarding.coordinator.pipeline.ReportDesk;
import dev.onboarding.coordinator.report.Addendum;
import dev.onboarding.coordinator.run.Run;
import dev.onboarding.coordinator.run.RunId;
import dev.onboarding.coordinator.run.RunStores;
import dev.onboarding.edge.EdgeJson;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/// Decided runs of the shared coordinator, and counsellors that say what a test wants.
record Advising(RunningCoordinator coordinator) {

  static final LateAdviceSettings SETTINGS =
      new LateAdviceSettings(2, 2, Duration.ofMillis(50), Duration.ofHours(1));

  /// A run that has been decided and reported, with its order for advice.
  AdviceTicket ordered(Story story) {
    var account = "advice-" + UUID.randomUUID();
    coordinator.accounts.tell(account, story);
    var run = coordinator.rested(account, account).path("run_id").asString();
    var ticket = new AdviceTicket(UUID.fromString(run), 1);
    transactions().execute(status -> orders().add(run(ticket)));
    return ticket;
  }

  Run run(AdviceTicket ticket) {
    return stores().runs().find(ticket.runId()).orElseThrow();
  }

  JsonNode detail(AdviceTicket ticket) {
    return RunningCoordinator.tree(coordinator.get("/api/runs/" + ticket.run()));
  }

  String report(AdviceTicket ticket, String form) {
    return coordinator.get("/api/runs/%s/report.%s".formatted(ticket.run(), form)).body();
  }

  List<Addendum> kept(RunId run) {
    return coordinator.bean(AdviceRows.class).of(run);
  }

  String ended(AdviceTicket ticket) {
    return coordinator
        .jdbc()
        .sql("select coalesce(ended, '') from coordinator.advice_order where run_id = ?")
        .param(ticket.run())
        .query(String.class)
        .single();
  }

  GiveAdvice give(Counsel... counsels) {
    return new GiveAdvice(
        stores(),
        orders(),
        coordinator.bean(AdviceRows.class),
        List.of(counsels),
        coordinator.bean(ReportDesk.class),
        SETTINGS,
        new AdviceMeters(new SimpleMeterRegistry()));
  }

  AdviceOrders orders() {
    return new AdviceOrders(coordinator.jdbc(), Prompts::shipped, Clock.systemUTC());
  }

  RunStores stores() {
    return coordinator.bean(RunStores.class);
  }

  TransactionTemplate transactions() {
    return new TransactionTemplate(coordinator.bean(PlatformTransactionManager.class));
  }

  static Counsel saying(String task, Function<JudgedRun, List<String>> words) {
    return new Counsel() {
      @Override
      public List<String> tasks() {
        return List.of(task);
      }

      @Override
      public List<Piece> on(JudgedRun run) {
        var text = words.apply(run);
        return List.of(
            new Piece(task, model(), text, EdgeJson.mapper().valueToTree(Map.of("says", text))));
      }
    };
  }

  static Origin model() {
    return EdgeJson.mapper()
        .readValue(
            """
            {"task": "summary", "source": "openai", "model": "gpt-of-the-tests",
              "prompt": "summary-1", "prompt_digest": "%s", "input_tokens": 310,
              "output_tokens": 40, "cost_usd": 0.0001, "latency": "PT0.5S",
              "finish_reason": "stop", "left": 0}
            """
                .formatted("ab".repeat(32)),
            Origin.class);
  }

  static BigDecimal costs() {
    return model().costUsd();
  }

  static Origin fallback() {
    return Origin.fallback(AdviceTask.RISK, dev.onboarding.adviser.ask.Reason.REFUSED);
  }
}
