package dev.onboarding.allinone.bench;

import dev.onboarding.agentkit.McpToolServers;
import dev.onboarding.agentkit.NeededTools;
import dev.onboarding.agentkit.ToolServerProperties;
import dev.onboarding.allinone.system.Module;
import dev.onboarding.edge.EdgeJson;
import io.opentelemetry.api.OpenTelemetry;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/// How many calls to the CRM a thousand single reads need that come at the same time.
final class GatheredReads implements Measurement {

  private static final int READS = 1_000;
  private static final long LATENCY = 100;
  private static final int GOAL = 100;
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  @Override
  public String name() {
    return "reads";
  }

  @Override
  public Setup setup() {
    return Setup.UNLIMITED;
  }

  @Override
  public List<Figure> figures(Stage stage) throws Exception {
    stage.progress().accept("%,d single reads at the same time".formatted(READS));
    List<String> accounts = stage.accounts().next(READS);
    stage.sandbox().latency("salesforce", LATENCY);
    try (McpToolServers servers = servers(stage)) {
      read(servers, accounts.getFirst());
      stage.sandbox().clear("salesforce");
      all(servers, accounts);
    } finally {
      stage.sandbox().latency("salesforce", 0);
    }
    long calls = stage.sandbox().inspect("salesforce").path("api_calls").asLong();
    return List.of(
        new Figure(
            "calls to salesforce for %,d single reads at once".formatted(READS),
            String.valueOf(calls),
            String.valueOf(READS),
            "%.3f".formatted((double) calls / READS),
            "<= " + GOAL,
            calls <= GOAL));
  }

  private static void all(McpToolServers servers, List<String> accounts) throws Exception {
    try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Boolean>> reads =
          accounts.stream()
              .<Callable<Boolean>>map(account -> () -> read(servers, account))
              .toList();
      for (var each : callers.invokeAll(reads)) {
        if (!each.get()) {
          throw new IllegalStateException("An account of the sandbox was not found");
        }
      }
    }
  }

  private static boolean read(McpToolServers servers, String account) {
    Object found =
        servers
            .call(
                "salesforce",
                "salesforce_get_onboarding_snapshot",
                Map.of("account_id", account),
                Map.class)
            .value();
    return found instanceof Map<?, ?> snapshot
        && Integer.valueOf(1).equals(snapshot.get("accounts_matching"));
  }

  private static McpToolServers servers(Stage stage) {
    int port = stage.system().ports().of(Module.MCP_SALESFORCE);
    return new McpToolServers(
        new ToolServerProperties(
            Map.of("salesforce", URI.create("http://127.0.0.1:%d/mcp".formatted(port))),
            PATIENCE,
            Duration.ofSeconds(10)),
        EdgeJson.mapper(),
        Clock.systemUTC(),
        "bench",
        new McpToolServers.Terms(NeededTools.NONE, stage.system().client(), OpenTelemetry.noop()));
  }
}
