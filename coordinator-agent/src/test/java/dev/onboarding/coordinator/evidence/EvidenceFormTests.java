package dev.onboarding.coordinator.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// A file that was handed out is checked by every later version.
class EvidenceFormTests {

  private static final Path OF_THE_FIRST_VERSION =
      Path.of("src/test/resources/evidence/gamma-003.zip");
  private static final String NOTED =
      "aa65842d79da13887010761579bb66ba05cab3e5797da1dc942b85a4f14cc333";

  @Test
  void stillProvesWhatTheFirstVersionHandedOut() throws IOException {
    var verified = VerifyBundle.verify(OF_THE_FIRST_VERSION, NOTED);

    assertThat(verified.all()).isEmpty();
    assertThat(verified.holds()).isTrue();
  }
}
