package dev.onboarding.coordinator.replay;

import dev.onboarding.coordinator.ledger.Chain;
import dev.onboarding.coordinator.ledger.EntryKind;
import dev.onboarding.coordinator.ledger.RunIdentity;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Everything that was recorded of one run, and nothing else: a decision follows from it alone.
///
/// @param entries the chain, in order
/// @param contents what the rows say that the entries are about
public record RunRecord(
    RunIdentity identity, Standing standing, List<ChainedEntry> entries, List<Content> contents) {

  /// What became of the record since.
  ///
  /// @param salt of the sealed contents; null after an erasure, and for runs that are not chained
  /// @param erased whether the personal part was erased on request
  /// @param answersRemoved whether the answers of steps were removed when their time was over
  /// @param verdict what the run itself says; null when it does not
  public record Standing(
      @Nullable UUID salt, boolean erased, boolean answersRemoved, @Nullable String verdict) {}

  public RunRecord {
    entries = List.copyOf(entries);
    contents = List.copyOf(contents);
  }

  /// The hash over the whole record.
  public String head() {
    return entries.isEmpty() ? Chain.genesis(identity) : entries.getLast().hash();
  }

  public List<Content> decisions() {
    return contents.stream().filter(each -> each.kind() == EntryKind.DECISION).toList();
  }

  Optional<Content> step(int attempt, String name) {
    return contents.stream()
        .filter(each -> each.kind() == EntryKind.STEP)
        .filter(each -> each.attempt() == attempt && each.name().equals(name))
        .findFirst();
  }
}
