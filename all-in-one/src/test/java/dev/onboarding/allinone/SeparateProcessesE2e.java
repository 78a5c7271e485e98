package dev.onboarding.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onboarding.allinone.client.RunView;
import dev.onboarding.allinone.system.DataDirectory;
import dev.onboarding.allinone.system.FreePorts;
import dev.onboarding.allinone.system.SeparateProcesses;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The same system with every application in its own process, as production runs it.
class SeparateProcessesE2e {

  private static SeparateProcesses system;
  private static Journey journey;

  @BeforeAll
  static void start(@TempDir Path folder) throws Exception {
    var data = new DataDirectory(folder);
    system = SeparateProcesses.start(FreePorts.find(), data);
    journey = new Journey(system.coordinator(), system.sandbox(), data.webhookSecret());
  }

  @AfterAll
  static void stop() {
    if (system != null) {
      system.close();
    }
  }

  @Test
  void decidesTheFiveScenarios() {
    var decided =
        journey.verdicts(
            List.of("ACME-001", "BETA-002", "GAMMA-003", "DELETED-004", "MISSING-999"));

    assertThat(decided)
        .isEqualTo(
            Map.of(
                "ACME-001", "PROCEED",
                "BETA-002", "BLOCK",
                "GAMMA-003", "ESCALATE",
                "DELETED-004", "BLOCK",
                "MISSING-999", "BLOCK"));
  }

  @Test
  void switchesAnApprovedCustomerOn() {
    RunView waiting = journey.onboard(journey.copyOf("GAMMA-003"));

    journey.coordinator().answer(waiting, "APPROVE", "Ada", "Payment is promised.");

    assertThat(journey.rested(waiting.id()).state()).isEqualTo("COMPLETED");
  }
}
