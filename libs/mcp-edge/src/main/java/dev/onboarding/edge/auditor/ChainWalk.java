package dev.onboarding.edge.auditor;

import dev.onboarding.edge.audit.ChainHash;
import dev.onboarding.edge.audit.Checkpoint;
import dev.onboarding.edge.audit.StoredEntry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Walks along one server's chain, entry by entry in their order, and collects everything that does
/// not fit: with itself, and with the checkpoints that left.
final class ChainWalk {

  private static final int MOST_PROBLEMS = 100;

  private final String server;
  private final NavigableMap<Long, Checkpoint> checkpoints = new TreeMap<>();
  private final List<Long> removedThrough = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();
  private long first;
  private long last;
  private long entries;
  private String hash;
  private @Nullable String start;

  /// @param checkpoints of this server, whose signatures were checked
  ChainWalk(String server, Collection<Checkpoint> checkpoints) {
    this.server = server;
    this.hash = ChainHash.genesis(server);
    for (var each : checkpoints) {
      var other = this.checkpoints.putIfAbsent(each.number(), each);
      if (other != null && !other.hash().equals(each.hash())) {
        problem(
            "checkpoints of %s and %s name different hashes of entry %d"
                .formatted(other.at(), each.at(), each.number()));
      }
    }
  }

  void next(StoredEntry entry) {
    entries++;
    if (entries == 1) {
      begin(entry);
    } else {
      follow(entry);
    }
    if (!entry.contentDigest().equals(entry.digest())) {
      problem(
          "entry %d was changed: its content is not what was chained".formatted(entry.number()));
    } else if (!entry.hashFrom(entry.previous()).equals(entry.hash())) {
      problem(
          "entry %d was changed: its hash is not that of what it says".formatted(entry.number()));
    }
    if (entry.kind().equals("removal")) {
      removedThrough.add(entry.content().at("/arguments/through").asLong(-1));
    }
    last = entry.number();
    hash = entry.hash();
    compare(checkpoints.get(last));
  }

  private void begin(StoredEntry entry) {
    first = entry.number();
    if (first > 1) {
      start = entry.previous();
    } else if (!entry.previous().equals(hash)) {
      problem("entry 1 does not begin the chain of %s".formatted(server));
    }
  }

  private void follow(StoredEntry entry) {
    if (entry.number() > last + 1) {
      problem("entries %d to %d are missing".formatted(last + 1, entry.number() - 1));
    } else if (entry.number() <= last) {
      problem("entry %d stands there twice".formatted(entry.number()));
    } else if (!entry.previous().equals(hash)) {
      problem(
          "entry %d does not follow entry %d: one of them was written anew"
              .formatted(entry.number(), last));
    }
  }

  private void compare(@Nullable Checkpoint checkpoint) {
    if (checkpoint != null && !checkpoint.hash().equals(hash)) {
      problem(
          "the chain was written anew: entry %d had another hash at the checkpoint of %s"
              .formatted(checkpoint.number(), checkpoint.at()));
    }
  }

  /// @param headNumber where the chain ends as the head has it; null when there is no head
  ChainVerdict end(@Nullable Long headNumber, @Nullable String headHash) {
    if (start != null) {
      checkBeginning(start);
    }
    if (headNumber == null || headHash == null) {
      problem("the head of the chain is missing");

    } else if (headNumber != last) {
      problem("the head is at entry %d, the last entry is %d".formatted(headNumber, last));
    } else if (!headHash.equals(hash)) {
      problem("the head is not the hash of the last entry");
    }
    if (!checkpoints.isEmpty() && checkpoints.lastKey() > last) {
      problem(
          "the end was cut off: the checkpoint of %s is at entry %d, the last entry is %d"
              .formatted(checkpoints.lastEntry().getValue().at(), checkpoints.lastKey(), last));
    }
    var under = checkpoints.floorEntry(last);
    return new ChainVerdict(
        server, first, last, entries, under == null ? 0 : under.getKey(), problems);
  }

  /// An old part may be gone when it was removed up to a checkpoint, and the chain says so.
  private void checkBeginning(String previous) {
    var before = checkpoints.get(first - 1);
    if (!removedThrough.contains(first - 1)) {
      problem(
          "entries 1 to %d are missing, and no entry says that their time was over"
              .formatted(first - 1));
    } else if (before == null) {
      problem(
          "entries 1 to %d are missing, and no checkpoint tells how they ended"
              .formatted(first - 1));
    } else if (!before.hash().equals(previous)) {
      problem(
          "entry %d does not follow what was removed: the checkpoint of %s has another hash"
              .formatted(first, before.at()));
    }
  }

  private void problem(String says) {
    if (problems.size() < MOST_PROBLEMS) {
      problems.add(says);
    }
  }
}
