package dev.onboarding.sandbox.mind;

import dev.onboarding.sandbox.wire.Json;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Finds a JSON schema that stands in the words of a prompt, as a model would.
final class InPrompt {

  private InPrompt() {}

  /// A null node when there is none.
  static JsonNode schema(JsonNode asked) {
    String words =
        Stream.concat(
                asked.path("system").valueStream(),
                asked
                    .path("messages")
                    .valueStream()
                    .flatMap(message -> message.path("content").valueStream()))
            .map(part -> part.path("text").asString(""))
            .collect(Collectors.joining("\n"));
    int start = words.indexOf("{\n");
    for (int from = start < 0 ? words.indexOf("{\"") : start; from >= 0; ) {
      String json = balanced(words, from);
      if (json.contains("\"properties\"")) {
        try {
          return Json.read(json);
        } catch (JacksonException notThis) {
          // The next brace may begin it.
        }
      }
      from = words.indexOf('{', from + 1);
    }
    return Json.read("null");
  }

  private static String balanced(String text, int from) {
    int depth = 0;
    for (int at = from; at < text.length(); at++) {
      depth += text.charAt(at) == '{' ? 1 : text.charAt(at) == '}' ? -1 : 0;
      if (depth == 0) {
        return text.substring(from, at + 1);
      }
    }
    return "";
  }
}
