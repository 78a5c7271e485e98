package dev.onboarding.allinone.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;

/// Processor time that processes have used, their ended children included: a measure that does not
/// grow when others use the machine too.
final class Processor {

  /// The kernel counts in hundredths of a second.
  private static final long MILLIS_PER_TICK = 10;

  private static final int USER = 11;
  private static final int CHILDREN_SYSTEM = 14;

  private Processor() {}

  static Duration used(Set<ProcessHandle> processes) {
    return Duration.ofMillis(
        processes.stream().mapToLong(each -> ticks(each.pid())).sum() * MILLIS_PER_TICK);
  }

  private static long ticks(long pid) {
    try {
      String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
      // The name in parentheses may hold anything; what is counted from stands behind it.
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
      long sum = 0;
      for (int field = USER; field <= CHILDREN_SYSTEM; field++) {
        sum += Long.parseLong(fields[field]);
      }
      return sum;
    } catch (java.nio.file.NoSuchFileException ended) {
      return 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
