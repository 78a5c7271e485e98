package dev.onboarding.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onboarding.allinone.client.RunView;
import dev.onboarding.allinone.system.DataDirectory;
import dev.onboarding.allinone.system.FreePorts;
import dev.onboarding.allinone.system.SeparateProcesses;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/// The same system with every application, and the outside world, in a process of its own from its
/// own jar.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SeparateProcessesE2e extends OnboardingJourney {

  private static SeparateProcesses system;

  @BeforeAll
  static void start(@TempDir Path folder) throws Exception {
    var data = new DataDirectory(folder);
    system = SeparateProcesses.start(FreePorts.find(), data);
    use(new Journey(system.coordinator(), system.sandbox(), data.webhookSecret()));
  }

  @AfterAll
  static void stop() {
    if (system != null) {
      system.close();
    }
  }

  @Test
  @Order(Integer.MAX_VALUE)
  void staysUpAndBlocksWhenTheOutsideWorldDies() {
    system.killSandbox();

    String id = journey().coordinator().trigger(journey().webhook("ACME-001"));
    RunView run = journey().coordinator().decided(id, Duration.ofSeconds(90));

    assertThat(run.verdict()).isEqualTo("BLOCK");
    assertThat(run.firedRows()).containsExactly("ACCOUNT-FAILED");
    assertThat(system.allAnswer()).isTrue();
  }
}
