package dev.onboarding.coordinator.retention;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The reports and mails of runs on this node's disk: those of runs that are gone or erased are
/// removed. What belongs to no run that was ever here is left alone.
final class RunFiles {

  private static final Pattern RUN =
      Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", Pattern.CASE_INSENSITIVE);

  private static final Pattern HALF_WRITTEN = Pattern.compile("\\..*\\.tmp");
  private static final Duration LONGEST_WRITE = Duration.ofHours(1);
  private static final int CHUNK = 500;

  private final JdbcClient jdbc;
  private final Path directory;
  private final Clock clock;

  RunFiles(JdbcClient jdbc, Path directory, Clock clock) {
    this.jdbc = jdbc;
    this.directory = directory;
    this.clock = clock;
  }

  /// @return how many files were removed
  int sweep() {
    if (!Files.isDirectory(directory)) {
      return 0;
    }
    var files = files();
    var ids = List.copyOf(files.keySet());
    int removed = removeHalfWritten();
    for (int from = 0; from < ids.size(); from += CHUNK) {
      for (var gone : gone(ids.subList(from, Math.min(ids.size(), from + CHUNK)))) {
        removed += files.getOrDefault(gone, List.of()).stream().mapToInt(RunFiles::remove).sum();
      }
    }
    return removed;
  }

  private Map<UUID, List<Path>> files() {
    var byRun = new HashMap<UUID, List<Path>>();
    for (var file : listed()) {
      run(file).ifPresent(run -> byRun.computeIfAbsent(run, none -> new ArrayList<>()).add(file));
    }
    return byRun;
  }

  private List<Path> listed() {
    try (var all = Files.list(directory)) {
      return all.toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Optional<UUID> run(Path file) {
    var name = RUN.matcher(file.getFileName().toString());
    return name.find() ? Optional.of(UUID.fromString(name.group())) : Optional.empty();
  }

  private Set<UUID> gone(List<UUID> runs) {
    return new HashSet<>(
        jdbc.sql(
                """
                select run_id from coordinator.retired_run where run_id in (:runs)
                union select run_id from coordinator.erased_run where run_id in (:runs)\
                """)
            .param("runs", runs)
            .query((row, number) -> row.getObject(1, UUID.class))
            .list());
  }

  /// A process that dies while it writes a file leaves a part of it.
  private int removeHalfWritten() {
    var before = clock.instant().minus(LONGEST_WRITE);
    return listed().stream()
        .filter(file -> HALF_WRITTEN.matcher(file.getFileName().toString()).matches())
        .filter(file -> file.toFile().lastModified() < before.toEpochMilli())
        .mapToInt(RunFiles::remove)
        .sum();
  }

  private static int remove(Path file) {
    try {
      return Files.deleteIfExists(file) ? 1 : 0;
    } catch (IOException unremovable) {
      throw new UncheckedIOException(unremovable);
    }
  }
}
