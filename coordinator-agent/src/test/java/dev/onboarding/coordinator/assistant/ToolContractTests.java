package dev.onboarding.coordinator.assistant;

import dev.onboarding.coordinator.RunningCoordinator;
import dev.onboarding.testkit.ToolContract;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ToolContractTests {

  @Test
  void listsItsToolsAsAgreed() throws Exception {
    var coordinator = RunningCoordinator.shared();

    ToolContract.assertMatches(
        coordinator.uri("/mcp"),
        Path.of("contract", "tools.json"),
        coordinator.machine("coordinator-agent.read coordinator-agent.write"));
  }
}
