package dev.onboarding.coordinator.effect;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.util.StreamProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MailStreamsTests {

  private final String before = System.getProperty(MailStreams.SETTING);

  @AfterEach
  void putBack() {
    if (before == null) {
      System.clearProperty(MailStreams.SETTING);
    } else {
      System.setProperty(MailStreams.SETTING, before);
    }
  }

  @Test
  void namesTheMakerThatWouldBeFound() {
    System.clearProperty(MailStreams.SETTING);
    var found = StreamProvider.provider();

    MailStreams.nameOnce();

    assertThat(System.getProperty(MailStreams.SETTING)).isEqualTo(found.getClass().getName());
    assertThat(StreamProvider.provider()).hasSameClassAs(found);
  }

  @Test
  void leavesWhatSomebodyHasSet() {
    System.setProperty(MailStreams.SETTING, "example.Streams");

    MailStreams.nameOnce();

    assertThat(System.getProperty(MailStreams.SETTING)).isEqualTo("example.Streams");
  }
}
