package dev.onboarding.coordinator.evidence;

import dev.onboarding.coordinator.ledger.Digests;
import dev.onboarding.coordinator.replay.ChainedEntry;
import dev.onboarding.coordinator.replay.Content;
import dev.onboarding.coordinator.replay.Problem;
import dev.onboarding.coordinator.replay.Replay;
import dev.onboarding.coordinator.replay.Replayed;
import dev.onboarding.coordinator.replay.RuleLibrary;
import dev.onboarding.coordinator.replay.RunRecord;
import dev.onboarding.edge.EdgeJson;
import dev.onboarding.edge.audit.CheckpointKey;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/// Checks a bundle with nothing but the file: that its files are those it was written with, that
/// the record's chain holds, and that its decisions follow from it.
public final class VerifyBundle {

  /// A file of a bundle is a record of one run; one that unpacks to more is none.
  private static final int MOST_BYTES = 64 * 1024 * 1024;

  private static final int SHORTEST_HEAD = 12;

  private VerifyBundle() {}

  /// What was found.
  ///
  /// @param problems of the file itself, as sentences
  /// @param replayed null when the record could not be read
  public record Verified(
      String run, String head, List<String> problems, @Nullable Replayed replayed) {

    public Verified {
      problems = List.copyOf(problems);
    }

    public boolean holds() {
      return problems.isEmpty() && replayed != null && replayed.result() == Replayed.Result.EQUAL;
    }

    /// Everything that does not fit.
    public List<String> all() {
      var all = new ArrayList<>(problems);
      if (replayed != null) {
        replayed.problems().stream().map(Problem::says).forEach(all::add);
      }
      return all;
    }
  }

  /// @param head the hash over the record that was noted elsewhere; null when none was
  /// @throws IOException when the file cannot be read or is no bundle
  public static Verified verify(Path file, @Nullable String head) throws IOException {
    return verify(Files.readAllBytes(file), head, List.of());
  }

  /// As [#verify(Path, String)], of a bundle in memory.
  public static Verified verify(byte[] zip, @Nullable String head) throws IOException {
    return verify(zip, head, List.of());
  }

  /// The same with the signatures of the audit trail's checkpoints.
  ///
  /// @param keys by which they are signed; when there are none, signatures are not looked at
  public static Verified verify(byte[] zip, @Nullable String head, Collection<CheckpointKey> keys)
      throws IOException {
    var files = unpacked(zip);
    var manifest = manifest(files);
    var problems = new ArrayList<String>();
    if (!manifest.format().equals(Bundle.FORMAT)) {
      throw new IOException(
          "Its format is %s, not %s.".formatted(manifest.format(), Bundle.FORMAT));
    }
    files(manifest, files, problems);
    problems.addAll(
        BundledTrail.problems(text(files.get(Bundle.AUDIT)), text(files.get(Bundle.WAYS)), keys));
    var record = record(files.get(Bundle.RECORD), problems);
    if (record.isEmpty()) {
      return new Verified(manifest.run(), manifest.head(), problems, null);
    }
    if (!record.get().head().equals(manifest.head())) {
      problems.add(
          "the record ends in %s and not in the head of the manifest"
              .formatted(record.get().head()));
    }
    if (head != null && !passes(record.get(), head)) {
      problems.add("the record never had the head that was noted, %s".formatted(head));
    }
    var rules = new RuleLibrary(digest -> text(files.get(Bundle.rules(digest))));
    return new Verified(
        record.get().identity().run().toString(),
        record.get().head(),
        problems,
        new Replay(rules).of(record.get()));
  }

  /// A head that was noted earlier is the hash of an entry since; reports for people shorten it.
  private static boolean passes(RunRecord record, String head) {
    return head.length() >= SHORTEST_HEAD
        && record.entries().stream().anyMatch(entry -> entry.hash().startsWith(head));
  }

  private static void files(
      Bundle.Manifest manifest, Map<String, byte[]> files, List<String> problems) {
    for (var listed : manifest.files()) {
      var file = files.get(listed.name());
      if (file == null) {
        problems.add("%s is missing".formatted(listed.name()));
      } else if (!Digests.sha256(file).equals(listed.sha256())) {
        problems.add("%s is not the file the manifest names".formatted(listed.name()));
      }
    }
    for (var name : files.keySet()) {
      if (!name.equals(Bundle.MANIFEST)
          && manifest.files().stream().noneMatch(each -> each.name().equals(name))) {
        problems.add("%s is not in the manifest".formatted(name));
      }
    }
  }

  private static Optional<RunRecord> record(byte @Nullable [] file, List<String> problems) {
    var entries = new ArrayList<ChainedEntry>();
    var contents = new ArrayList<Content>();
    Bundle.@Nullable Start start = null;
    try {
      for (var text : text(file).orElse("").lines().toList()) {
        var line = EdgeJson.mapper().readValue(text, Bundle.Line.class);
        if (line.run() != null) {
          start = line.run();
        } else if (line.entry() != null) {
          entries.add(line.entry());
        } else if (line.content() != null) {
          contents.add(line.content().content());
        }
      }
    } catch (JacksonException | IllegalArgumentException | NullPointerException unreadable) {
      problems.add("%s cannot be read".formatted(Bundle.RECORD));
      return Optional.empty();
    }
    if (start == null) {
      problems.add("%s does not say which run it is".formatted(Bundle.RECORD));
      return Optional.empty();
    }
    return Optional.of(new RunRecord(start.identity(), start.standing(), entries, contents));
  }

  private static Bundle.Manifest manifest(Map<String, byte[]> files) throws IOException {
    var text = text(files.get(Bundle.MANIFEST));
    try {
      return EdgeJson.mapper()
          .readValue(
              text.orElseThrow(() -> new IOException("It has no manifest.")),
              Bundle.Manifest.class);
    } catch (JacksonException | NullPointerException unreadable) {
      throw new IOException("Its manifest cannot be read.", unreadable);
    }
  }

  private static Optional<String> text(byte @Nullable [] file) {
    return file == null ? Optional.empty() : Optional.of(new String(file, StandardCharsets.UTF_8));
  }

  private static Map<String, byte[]> unpacked(byte[] zip) throws IOException {
    var files = new HashMap<String, byte[]>();
    int left = MOST_BYTES;
    try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        var bytes = in.readNBytes(left + 1);
        left -= bytes.length;
        if (left < 0) {
          throw new ZipException("It unpacks to more than a bundle has.");
        }
        files.put(entry.getName(), bytes);
      }
    }
    return files;
  }
}
