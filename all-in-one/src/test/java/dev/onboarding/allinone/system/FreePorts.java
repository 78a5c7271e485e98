package dev.onboarding.allinone.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/// Finds a base from which all ports of a system are free. A range belongs to this process until it
/// ends: between the choice and the moment an application listens, minutes may pass on a busy
/// machine, in which another test would choose the same.
public final class FreePorts {

  private static final int LOWEST = 20_000;
  private static final int WIDTH = 20;
  private static final int RANGES = 500;

  /// Open until the process ends; each holds the lock of one range.
  private static final List<FileChannel> HELD = new ArrayList<>();

  private FreePorts() {}

  public static synchronized Ports find() {
    for (int attempt = 0; attempt < 200; attempt++) {
      int range = ThreadLocalRandom.current().nextInt(RANGES);
      var ports = new Ports(LOWEST + WIDTH * range);
      try {
        if (isOurs(range)) {
          ports.requireFree();
          return ports;
        }
      } catch (Ports.PortInUseException taken) {
        continue;
      }
    }
    throw new IllegalStateException("No free range of ports found");
  }

  private static boolean isOurs(int range) {
    Path file = Path.of(System.getProperty("java.io.tmpdir"), "onboarding-ports-" + range);
    try {
      var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (channel.tryLock() == null) {
        channel.close();
        return false;
      }
      HELD.add(channel);
      return true;
    } catch (OverlappingFileLockException ours) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
