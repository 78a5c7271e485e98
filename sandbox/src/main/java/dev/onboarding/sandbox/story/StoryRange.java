package dev.onboarding.sandbox.story;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Many accounts of which the same is told, their keys counted up behind a prefix: `LOAD-00001`.
///
/// @param prefix of every key
/// @param first the number of the first key; null for 1
/// @param count how many accounts
/// @param story as for one account
record StoryRange(String prefix, @Nullable Integer first, int count, JsonNode story) {

  private static final int MOST = 20_000;

  /// @throws StoryProblem when there is no prefix or story, or the count is out of range
  StoryRange {
    if (prefix == null || story == null) {
      throw new StoryProblem("A range of accounts needs prefix, count and story");
    }
    if (count < 1 || count > MOST) {
      throw new StoryProblem("count must be between 1 and " + MOST);
    }
  }

  /// @throws StoryProblem when it cannot be read
  static StoryRange read(JsonNode json) {
    try {
      return StoryTemplate.MAPPER.treeToValue(json, StoryRange.class);
    } catch (JacksonException e) {
      if (e.getCause() instanceof StoryProblem problem) {
        throw problem;
      }
      throw new StoryProblem("The range cannot be read: " + e.getOriginalMessage());
    }
  }

  List<String> keys() {
    int from = first == null ? 1 : first;
    return IntStream.range(from, from + count)
        .mapToObj(number -> "%s%05d".formatted(prefix, number))
        .toList();
  }
}
