package dev.onboarding.allinone.command;

import java.nio.file.Path;
import org.slf4j.bridge.SLF4JBridgeHandler;

/// Sends what the applications log to one file, so that the command's own output stays readable.
final class Logs {

  private Logs() {}

  /// Takes effect when nothing has been logged before.
  static void into(Path file) {
    System.setProperty("onboarding.log", file.toString());
    System.setProperty("logback.configurationFile", "allinone/logback.xml");
    // Eight applications start side by side; none of them may configure the logging that all share.
    System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
    SLF4JBridgeHandler.removeHandlersForRootLogger();
    SLF4JBridgeHandler.install();
  }
}
