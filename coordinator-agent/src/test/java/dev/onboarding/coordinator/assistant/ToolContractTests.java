package dev.onboarding.coordinator.assistant;

import dev.onboarding.coordinator.RunningCoordinator;
import dev.onboarding.testkit.ToolContract;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ToolContractTests {

  @Test
  void listsItsToolsAsAgreed() throws Exception {
    ToolContract.assertMatches(
        RunningCoordinator.shared().uri("/mcp"), Path.of("contract", "tools.json"));
  }
}
