package dev.onboarding.allinone.conformance;

import dev.onboarding.allinone.system.Module;
import dev.onboarding.allinone.system.SharedSystem;
import java.util.Map;

/// With what a tool gets into a server: the one place that knows.
final class Door {

  private Door() {}

  /// Headers of every request to the server, for whoever may call all of its tools.
  static Map<String, String> headers(SharedSystem.Started shared, Module module) {
    String scopes = "%s.read %s.write".formatted(module, module);
    return Map.of("Authorization", "Bearer " + shared.system().access().token(module, scopes));
  }
}
