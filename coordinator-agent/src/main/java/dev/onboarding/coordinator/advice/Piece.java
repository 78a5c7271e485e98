package dev.onboarding.coordinator.advice;

import dev.onboarding.adviser.ask.Origin;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// One task's answer.
///
/// @param text paragraphs for people; empty when no model's words were used
/// @param content the same in parts
record Piece(String task, Origin origin, List<String> text, @Nullable JsonNode content) {

  Piece {
    text = List.copyOf(text);
  }

  /// That no model's words were used, and why.
  static Piece without(String task, Origin origin) {
    return new Piece(task, origin, List.of(), null);
  }
}
