package dev.onboarding.sandbox.fault;

import dev.onboarding.sandbox.wire.Call;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;

/// Throws the dice: the same seed, rule, request and repetition always fall the same way.
final class Chance {

  private static final int MOST_REMEMBERED = 100_000;

  private final Map<Long, Integer> repetitions =
      Collections.synchronizedMap(
          new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Long, Integer> eldest) {
              return size() > MOST_REMEMBERED;
            }
          });

  /// A number from 0 up to, not including, 1.
  double next(long seed, int rule, Call call, boolean tokenCall) {
    long request =
        Objects.hash(
                    call.method(),
                    call.path(),
                    call.query(),
                    tokenCall ? 0 : Arrays.hashCode(call.body()))
                * 31L
            + rule;
    int repetition = repetitions.merge(request, 1, Integer::sum);
    var random =
        new SplittableRandom(seed * 0x9E3779B97F4A7C15L + request * 1_000_003L + repetition);
    random.nextLong();
    return random.nextDouble();
  }
}
