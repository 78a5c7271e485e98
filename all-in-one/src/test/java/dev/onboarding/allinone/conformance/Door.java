package dev.onboarding.allinone.conformance;

import dev.onboarding.allinone.system.Module;
import java.util.Map;

/// With what a tool gets into a server: the one place that knows.
final class Door {

  private Door() {}

  /// Headers of every request to the server.
  static Map<String, String> headers(Module module) {
    return Map.of();
  }
}
