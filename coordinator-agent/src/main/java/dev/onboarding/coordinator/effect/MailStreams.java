package dev.onboarding.coordinator.effect;

import jakarta.mail.util.StreamProvider;

/// Names the maker of the mail library's streams. The library asks for it at every header and part
/// of a mail, and searches the whole class path each time unless this system property names it.
final class MailStreams {

  static final String SETTING = StreamProvider.class.getName();
  static final String MAKER = "org.eclipse.angus.mail.util.MailStreamProvider";

  private MailStreams() {}

  /// What somebody has set stays.
  static void nameOnce() {
    if (System.getProperty(SETTING) == null) {
      System.setProperty(SETTING, MAKER);
    }
  }
}
