package dev.onboarding.adviser;

import dev.onboarding.adviser.ask.Origin;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Tells in one line who wrote what.
final class Sources {

  private Sources() {}

  /// For example `openai gpt-4o-mini (risk-1, summary-1); fallback (actions)`; only `fallback`
  /// where no model wrote anything.
  static String told(List<Origin> origins) {
    if (origins.stream().noneMatch(Origin::fromModel)) {
      return Origin.FALLBACK;
    }
    Map<String, List<String>> pieces =
        origins.stream()
            .filter(Sources::hasWords)
            .collect(
                Collectors.groupingBy(
                    Sources::writer,
                    LinkedHashMap::new,
                    Collectors.mapping(Sources::piece, Collectors.toList())));
    return pieces.entrySet().stream()
        .map(each -> "%s (%s)".formatted(each.getKey(), String.join(", ", each.getValue())))
        .collect(Collectors.joining("; "));
  }

  private static boolean hasWords(Origin origin) {
    return origin.because() != dev.onboarding.adviser.ask.Reason.NOTHING_TO_SAY;
  }

  private static String writer(Origin origin) {
    return origin.fromModel() ? origin.source() + " " + origin.model() : origin.source();
  }

  private static String piece(Origin origin) {
    return origin.fromModel() && origin.prompt() != null
        ? origin.prompt()
        : origin.task().toString();
  }
}
