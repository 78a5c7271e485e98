package dev.onboarding.agentkit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/// Tells whether the servers that an agent needs have the tools that it needs. A server that is
/// away is not held against the agent; one that lacks something makes it out of service, by name.
public final class ContractHealth implements HealthIndicator {

  private final McpToolServers servers;

  public ContractHealth(McpToolServers servers) {
    this.servers = servers;
  }

  @Override
  public Health health() {
    var lacking = servers.lacking();
    boolean complete =
        lacking.values().stream().allMatch(lacks -> lacks.isEmpty() || lacks.get().isEmpty());
    Health.Builder health = complete ? Health.up() : Health.outOfService();
    lacking.forEach((server, lacks) -> health.withDetail(server, said(lacks)));
    return health.build();
  }

  private static Object said(Optional<Map<String, List<String>>> lacks) {
    if (lacks.isEmpty()) {
      return "is not reached";
    }
    return lacks.get().isEmpty() ? "has what is needed" : lacks.get();
  }
}
