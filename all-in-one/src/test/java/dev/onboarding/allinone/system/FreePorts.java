package dev.onboarding.allinone.system;

import java.util.concurrent.ThreadLocalRandom;

/// Finds a base from which all ports of a system are free.
public final class FreePorts {

  private FreePorts() {}

  public static Ports find() {
    for (int attempt = 0; attempt < 50; attempt++) {
      var ports = new Ports(ThreadLocalRandom.current().nextInt(20_000, 30_000));
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
