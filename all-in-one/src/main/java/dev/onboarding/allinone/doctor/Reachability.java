package dev.onboarding.allinone.doctor;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;

/// Whether something accepts connections where a setting points; for what only the coordinator
/// speaks to.
public final class Reachability {

  private static final int PATIENCE_MILLIS = 3_000;

  private Reachability() {}

  /// @param variable the setting to correct when nothing answers
  public static Checkup of(String system, URI address, String variable) {
    int port =
        address.getPort() > 0 ? address.getPort() : "https".equals(address.getScheme()) ? 443 : 80;
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(address.getHost(), port), PATIENCE_MILLIS);
      return Checkup.fine(system, "accepts connections at " + address.getHost() + ":" + port);
    } catch (IOException e) {
      return Checkup.ill(
          system,
          "nothing answers at " + address.getHost() + ":" + port,
          "Check that it runs and can be reached from here, or correct " + variable + ".");
    }
  }
}
