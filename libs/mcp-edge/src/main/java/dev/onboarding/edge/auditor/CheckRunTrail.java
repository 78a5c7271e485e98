package dev.onboarding.edge.auditor;

import dev.onboarding.edge.audit.ChainHash;
import dev.onboarding.edge.audit.CheckpointKey;
import dev.onboarding.edge.audit.StoredEntry;
import dev.onboarding.edge.auditor.RunTrail.Told;
import dev.onboarding.edge.auditor.RunTrail.Way;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Checks what was told of a run with nothing but that: each entry says what was chained, stands
/// where it says, and leads to the checkpoint.
public final class CheckRunTrail {

  private static final int DIGEST = 64;

  private CheckRunTrail() {}

  /// @param keys by which checkpoints are signed; signatures are not looked at when there are none
  /// @return everything that does not fit, as sentences
  public static List<String> problems(Told told, Collection<CheckpointKey> keys) {
    var problems = new ArrayList<String>();
    Map<String, List<StoredEntry>> entries =
        told.entries().stream()
            .collect(Collectors.groupingBy(StoredEntry::server, TreeMap::new, Collectors.toList()));
    for (var way : told.ways()) {
      walk(way, entries.getOrDefault(way.server(), List.of()), keys, problems);
      entries.remove(way.server());
    }
    entries.forEach((server, rest) ->
        problems.add(
            "%d entries of %s stand in no part of its chain".formatted(rest.size(), server)));
    return problems;
  }

  private static void walk(
      Way way, List<StoredEntry> entries, Collection<CheckpointKey> keys, List<String> problems) {
    Map<Long, StoredEntry> byNumber =
        entries.stream()
            .collect(Collectors.toMap(StoredEntry::number, entry -> entry, (one, two) -> two));
    String hash = way.previous();
    long number = way.from() - 1;
    for (var link : way.links()) {
      number++;
      String digest = link.substring(0, DIGEST);
      String arguments = link.substring(DIGEST);
      hash = ChainHash.next(hash, number, digest, arguments);
      var entry = byNumber.remove(number);
      if (entry != null && !fits(entry, digest, arguments, hash)) {
        problems.add("entry %d of %s is not what was chained".formatted(number, way.server()));
      }
    }
    for (var rest : byNumber.keySet()) {
      problems.add("entry %d of %s stands in no part of its chain".formatted(rest, way.server()));
    }
    checkEnd(way, number, hash, keys, problems);
  }

  private static boolean fits(StoredEntry entry, String digest, String arguments, String hash) {
    return entry.contentDigest().equals(digest)
        && entry.digest().equals(digest)
        && entry.arguments().equals(arguments)
        && entry.hash().equals(hash);
  }

  private static void checkEnd(
      Way way, long number, String hash, Collection<CheckpointKey> keys, List<String> problems) {
    var checkpoint = way.checkpoint();
    if (checkpoint == null) {
      return;
    }
    if (!checkpoint.server().equals(way.server())
        || checkpoint.number() != number
        || !checkpoint.hash().equals(hash)) {
      problems.add(
          "the chain of %s does not lead to its checkpoint of %s"
              .formatted(way.server(), checkpoint.at()));
    } else if (!keys.isEmpty() && !checkpoint.isSignedBy(keys)) {
      problems.add(
          "the checkpoint of %s at entry %d of %s is not signed by a known key"
              .formatted(checkpoint.at(), number, way.server()));
    }
  }
}
