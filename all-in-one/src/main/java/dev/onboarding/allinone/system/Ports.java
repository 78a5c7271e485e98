package dev.onboarding.allinone.system;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.LinkedHashMap;
import java.util.Map;

/// The ports of one system, all moved together by the coordinator's.
///
/// @param base port of the coordinator
public record Ports(int base) {

  public static final int DEFAULT_BASE = 8080;

  private static final int HIGHEST_OFFSET = 19;

  /// @throws IllegalArgumentException when the ports would leave the valid range
  public Ports {
    if (base < 1 || base + HIGHEST_OFFSET > 65_535) {
      throw new IllegalArgumentException(
          "--port-base %d: give a number from 1 to %d".formatted(base, 65_535 - HIGHEST_OFFSET));
    }
  }

  public int smtp() {
    return base + 16;
  }

  public int database() {
    return base + 17;
  }

  /// Of the local authorization server.
  public int identity() {
    return base + 18;
  }

  public int sandbox() {
    return base + HIGHEST_OFFSET;
  }

  public int of(Module module) {
    return base + module.portOffset();
  }

  /// @throws PortInUseException naming the first port that is taken, and the flag that moves them
  ///   all
  public void requireFree() {
    Map<String, Integer> wanted = new LinkedHashMap<>();
    for (Module module : Module.values()) {
      wanted.put(module.toString(), of(module));
    }
    wanted.put("sandbox", sandbox());
    wanted.put("sandbox SMTP", smtp());
    wanted.put("PostgreSQL", database());
    wanted.put("identity provider", identity());
    wanted.forEach(Ports::requireFree);
  }

  /// @throws PortInUseException when one of the sandbox's two ports is taken
  public void requireSandboxFree() {
    requireFree("sandbox", sandbox());
    requireFree("sandbox SMTP", smtp());
  }

  private static void requireFree(String what, int port) {
    try (var _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return;
    } catch (IOException e) {
      throw new PortInUseException(
          "Port %d (%s) is in use. Stop what uses it, or move all ports with --port-base N."
              .formatted(port, what));
    }
  }

  /// A port that something else holds.
  public static final class PortInUseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PortInUseException(String message) {
      super(message);
    }
  }
}
