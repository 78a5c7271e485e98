package dev.onboarding.testkit.contract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The contracts that a module has given out: `contract/released/<version>.json`.
public final class Releases {

  private static final String SUFFIX = ".json";

  private final Path folder;

  /// @param contract the module's `contract` folder
  public Releases(Path contract) {
    this.folder = contract.resolve("released");
  }

  /// Why the module may not be given out under this version; nothing when it may.
  ///
  /// @param now what the module lists
  public Optional<String> objection(Version version, JsonNode now) throws IOException {
    Optional<Version> last = last();
    if (last.isEmpty()) {
      return Optional.of(
          "No contract was ever given out: keep this one with -Dcontract.release=true");
    }
    List<Change> changes = ToolChanges.between(read(last.get()), now);
    Version lowest = changes.isEmpty() ? last.get() : last.get().next(Change.gravest(changes));
    if (version.compareTo(lowest) >= 0) {
      return Optional.empty();
    }
    return Optional.of(
        "Version %s must be %s or higher, because since %s:%n%s"
            .formatted(version, lowest, last.get(), lines(changes)));
  }

  /// Keeps what the module lists as given out under this version.
  public void keep(Version version, String now) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(file(version), now);
  }

  public Optional<Version> last() throws IOException {
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(SUFFIX))
          .map(name -> Version.of(name.substring(0, name.length() - SUFFIX.length())))
          .max(Comparator.naturalOrder());
    }
  }

  private JsonNode read(Version version) throws IOException {
    return JsonMapper.shared().readTree(Files.readString(file(version)));
  }

  private Path file(Version version) {
    return folder.resolve(version + SUFFIX);
  }

  private static String lines(List<Change> changes) {
    return String.join("\n", changes.stream().map(change -> "- " + change).toList());
  }
}
