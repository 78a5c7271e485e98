package dev.onboarding.allinone.system;

import java.util.concurrent.ThreadLocalRandom;

/// Finds a base from which all ports of a system are free. Test processes that run side by side
/// look in ranges of their own.
public final class FreePorts {

  private static final int RANGE = 4_000;
  private static final int LOWEST =
      20_000 + RANGE * (Integer.getInteger("surefire.forkNumber", 1) - 1);

  private FreePorts() {}

  public static Ports find() {
    for (int attempt = 0; attempt < 50; attempt++) {
      var ports = new Ports(ThreadLocalRandom.current().nextInt(LOWEST, LOWEST + RANGE));
      try {
        ports.requireFree();
        return ports;
      } catch (Ports.PortInUseException taken) {
        continue;
      }
    }
    throw new IllegalStateException("No free range of ports found");
  }
}
