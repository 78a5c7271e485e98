package dev.onboarding.coordinator.evidence;

import dev.onboarding.coordinator.ledger.EntryKind;
import dev.onboarding.coordinator.ledger.RunIdentity;
import dev.onboarding.coordinator.replay.ChainedEntry;
import dev.onboarding.coordinator.replay.Content;
import dev.onboarding.coordinator.replay.RunRecord.Standing;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The form of a bundle: names of its files, and what their lines are.
final class Bundle {

  static final String FORMAT = "onboarding-evidence/1";
  static final String MANIFEST = "manifest.json";
  static final String README = "README.md";
  static final String RECORD = "record.jsonl";
  static final String AUDIT = "audit.jsonl";
  static final String WAYS = "audit-chains.jsonl";
  static final String RULES = "rules/";

  private Bundle() {}

  static String rules(String digest) {
    return RULES + digest + ".yaml";
  }

  /// What the bundle holds.
  ///
  /// @param head hash over the whole record; compare it with one that was noted elsewhere
  /// @param audit what became of the servers' audit rows
  /// @param files every other file with its SHA-256
  record Manifest(
      String format,
      String run,
      String account,
      Instant writtenAt,
      String head,
      int entries,
      String audit,
      List<File> files) {

    Manifest {
      files = List.copyOf(files);
    }
  }

  /// One file of the bundle.
  record File(String name, String sha256, long bytes) {}

  /// One line of the record: what the run is, an entry, or what a row says. Exactly one is present.
  record Line(@Nullable Start run, @Nullable ChainedEntry entry, @Nullable Row content) {

    static Line of(RunIdentity identity, Standing standing) {
      return new Line(new Start(identity, standing), null, null);
    }

    static Line of(ChainedEntry entry) {
      return new Line(null, entry, null);
    }

    static Line of(Content content) {
      return new Line(
          null,
          null,
          new Row(
              content.kind(), content.attempt(), content.name(), content.at(), content.value()));
    }
  }

  /// Where the record begins.
  record Start(RunIdentity identity, Standing standing) {}

  /// What a row says that an entry is about.
  record Row(
      EntryKind kind, int attempt, String name, @Nullable Instant at, @Nullable JsonNode value) {

    Content content() {
      return new Content(kind, attempt, name, at, value);
    }
  }
}
