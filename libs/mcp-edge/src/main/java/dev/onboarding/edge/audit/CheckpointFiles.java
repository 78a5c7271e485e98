package dev.onboarding.edge.audit;

import dev.onboarding.edge.EdgeJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import tools.jackson.core.JacksonException;

/// Checkpoints as lines of files in one directory. Each process appends to files of its own, a new
/// one every month, so that any number of nodes can share the directory.
public final class CheckpointFiles {

  private static final String SUFFIX = ".jsonl";
  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("yyyy-MM", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final Path directory;
  private final String process = UUID.randomUUID().toString().substring(0, 8);

  public CheckpointFiles(Path directory) {
    this.directory = directory;
  }

  /// For good when it returns.
  void append(Checkpoint checkpoint) throws IOException {
    Files.createDirectories(directory);
    var file =
        directory.resolve(
            "%s-%s-%s%s"
                .formatted(checkpoint.server(), MONTH.format(checkpoint.at()), process, SUFFIX));
    var line = EdgeJson.mapper().writeValueAsString(checkpoint) + "\n";
    try (var channel =
        FileChannel.open(
            file,
            Set.of(
                StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND))) {
      var bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
  }

  /// What all files hold.
  ///
  /// @param problems lines that are no checkpoint, as sentences
  public record Found(List<Checkpoint> checkpoints, List<String> problems) {

    public Found {
      checkpoints = List.copyOf(checkpoints);
      problems = List.copyOf(problems);
    }
  }

  /// @throws UncheckedIOException when the directory or a file cannot be read
  public Found read() {
    var checkpoints = new ArrayList<Checkpoint>();
    var problems = new ArrayList<String>();
    try (var files = Files.list(directory)) {
      for (var file : files.filter(each -> each.toString().endsWith(SUFFIX)).sorted().toList()) {
        read(file, checkpoints, problems);
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return new Found(checkpoints, problems);
  }

  private static void read(Path file, List<Checkpoint> checkpoints, List<String> problems)
      throws IOException {
    String text = Files.readString(file);
    // A process that dies while it writes leaves a last line without its end.
    int whole = text.lastIndexOf('\n') + 1;
    int number = 0;
    for (var line : text.substring(0, whole).lines().toList()) {
      number++;
      try {
        checkpoints.add(EdgeJson.mapper().readValue(line, Checkpoint.class));
      } catch (JacksonException | NullPointerException unreadable) {
        problems.add("line %d of %s is no checkpoint".formatted(number, file.getFileName()));
      }
    }
  }
}
