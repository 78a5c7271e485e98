package dev.onboarding.allinone;

import dev.onboarding.allinone.system.DataDirectory;
import dev.onboarding.allinone.system.FreePorts;
import dev.onboarding.allinone.system.RunningSystem;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/// The whole system in one process, as the README starts it.
class OnboardingJourneyE2e extends OnboardingJourney {

  private static RunningSystem system;

  @BeforeAll
  static void start(@TempDir Path folder) {
    var data = new DataDirectory(folder);
    system = RunningSystem.start(FreePorts.find(), data, part -> {});
    use(new Journey(system.coordinator(), system.sandbox(), data.webhookSecret()));
  }

  @AfterAll
  static void stop() {
    system.close();
  }
}
