package dev.onboarding.coordinator.replay;

import dev.onboarding.coordinator.replay.Replayed.Result;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;

/// Replays everything that is stored. Only what does not fit is told; all else is counted.
public final class ReplayAll {

  private final StoredRecords records;
  private final RuleTexts texts;

  public ReplayAll(StoredRecords records, RuleTexts texts) {
    this.records = records;
    this.texts = texts;
  }

  /// How many runs came out how.
  public record Summary(long runs, Map<Result, Long> results) {

    public Summary {
      results = Map.copyOf(results);
    }

    public boolean holds() {
      return results.getOrDefault(Result.NOT_TRUSTED, 0L) == 0
          && results.getOrDefault(Result.DIFFERENT, 0L) == 0;
    }
  }

  /// @param since only runs that were created from then on
  /// @param told each run that does not fit, the oldest first
  public Summary since(Instant since, Consumer<Replayed> told) {
    var replay = new Replay(new RuleLibrary(texts));
    var counts = new EnumMap<Result, Long>(Result.class);
    records.pages(
        since,
        page ->
            page.parallelStream()
                .map(replay::of)
                .toList()
                .forEach(replayed -> {
                  counts.merge(replayed.result(), 1L, Long::sum);
                  if (!replayed.problems().isEmpty()) {
                    told.accept(replayed);
                  }
                }));
    return new Summary(counts.values().stream().mapToLong(Long::longValue).sum(), counts);
  }
}
