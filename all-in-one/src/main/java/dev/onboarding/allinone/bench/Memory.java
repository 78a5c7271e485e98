package dev.onboarding.allinone.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/// Memory of processes, shared pages counted in proportion (PSS), in KiB.
final class Memory {

  private Memory() {}

  /// @return empty where the kernel does not tell
  static OptionalLong proportionalKib(Set<ProcessHandle> processes) {
    try {
      long sum = 0;
      for (ProcessHandle each : processes) {
        sum += proportionalKib(each.pid());
      }
      return OptionalLong.of(sum);
    } catch (IOException e) {
      return OptionalLong.empty();
    }
  }

  private static long proportionalKib(long pid) throws IOException {
    Path rollup = Path.of("/proc/" + pid + "/smaps_rollup");
    try (Stream<String> lines = Files.lines(rollup)) {
      return lines
          .filter(line -> line.startsWith("Pss:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D+", "")))
          .sum();
    }
  }
}
