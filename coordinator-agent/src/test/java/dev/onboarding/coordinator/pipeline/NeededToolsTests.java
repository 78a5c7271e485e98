package dev.onboarding.coordinator.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onboarding.agentkit.NeededTools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/// What a run needs of the other servers, against what they are known to list.
class NeededToolsTests {

  private static final NeededTools NEEDED =
      NeededTools.together(
          Stream.of(
              EvidenceReader.NEEDED, ReadMany.NEEDED, Specialists.NEEDED, Provisioning.NEEDED));

  @ParameterizedTest
  @CsvSource({
    "salesforce, mcp-salesforce",
    "provisioning, mcp-provisioning",
    "contract, contract-agent",
    "finance, finance-agent"
  })
  void areAllInTheContractOfTheServer(String server, String module) throws IOException {
    String contract = Files.readString(Path.of("..", module, "contract", "tools.json"));

    assertThat(NEEDED.tools()).anyMatch(need -> need.server().equals(server));
    assertThat(NEEDED.lackedBy(server, JsonMapper.shared().readTree(contract))).isEmpty();
  }
}
