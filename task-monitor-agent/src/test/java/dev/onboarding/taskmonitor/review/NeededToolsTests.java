package dev.onboarding.taskmonitor.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/// What this agent needs of another server, against what that server is known to list.
class NeededToolsTests {

  @Test
  void areAllInTheContractOfTheServer() throws IOException {
    String contract = Files.readString(Path.of("..", "mcp-provisioning", "contract", "tools.json"));

    assertThat(ReadOverdueTasks.NEEDED.tools()).isNotEmpty();
    assertThat(
            ReadOverdueTasks.NEEDED.lackedBy(
                "provisioning", JsonMapper.shared().readTree(contract)))
        .isEmpty();
  }
}
