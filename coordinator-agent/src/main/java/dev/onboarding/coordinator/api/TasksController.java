package dev.onboarding.coordinator.api;

import dev.onboarding.agentkit.ToolServers;
import dev.onboarding.coordinator.http.ProblemException;
import dev.onboarding.coordinator.http.ProblemType;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/// `/api/tasks`: the onboarding tasks as the provisioning server has them, by owner.
@RestController
final class TasksController {

  private static final Set<String> OWNERS = Set.of("system", "cs_team", "customer", "milestone");

  private final ToolServers servers;

  TasksController(ToolServers servers) {
    this.servers = servers;
  }

  @GetMapping("/api/tasks")
  JsonNode tasks(
      @RequestParam(required = false) @Nullable String owner,
      @RequestParam(required = false) @Nullable String account,
      @RequestParam(required = false) @Nullable String status,
      @RequestParam(required = false) @Nullable String cursor) {
    if (owner != null && !OWNERS.contains(owner)) {
      throw new ProblemException(ProblemType.INVALID_REQUEST, "owner is one of " + OWNERS + ".");
    }
    var arguments = new HashMap<String, String>();
    put(arguments, "owner", owner);
    put(arguments, "account_id", account);
    put(arguments, "status", status);
    put(arguments, "cursor", cursor);
    return servers.call("provisioning", "tasks_list", arguments, JsonNode.class).value();
  }

  private static void put(Map<String, String> map, String name, @Nullable String value) {
    if (value != null) {
      map.put(name, value);
    }
  }
}
