package dev.onboarding.sandbox.mind;

import dev.onboarding.sandbox.wire.Oddity;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What the model says, before a vendor's wire wraps it.
///
/// @param refusal its words for declining; null when it does not
/// @param ended why it stopped
record Speech(String text, @Nullable String refusal, Ended ended) {

  private static final int FLOOD = 1024 * 1024;

  /// Why a model stops.
  enum Ended {
    DONE,
    TOO_LONG
  }

  /// @param schema missing when the answer may be any text
  /// @param oddity null when the model does what it should
  static Speech of(String prompt, JsonNode schema, @Nullable Oddity oddity) {
    PromptData data = PromptData.of(prompt);
    if (oddity == null) {
      return done(json(data, schema, Manner.HONEST));
    }
    return switch (oddity) {
      case REFUSAL -> new Speech("", "I'm sorry, I can't help with that request.", Ended.DONE);
      case CUT_OFF -> {
        String whole = json(data, schema, Manner.HONEST);
        yield new Speech(whole.substring(0, whole.length() / 2), null, Ended.TOO_LONG);
      }
      case MALFORMED -> done("Certainly! Here is my analysis: {summary: it is fine");
      case SCHEMA_VIOLATION -> done("{\"answer\": 42, \"confidence\": \"very\"}");
      case EMPTY -> done("");
      case FLOOD -> done("{\"summary\": \"" + "word ".repeat(FLOOD / 5) + "\"}");
      case FOREIGN_LANGUAGE -> done(json(data, schema, Manner.GERMAN));
      case CONTRADICTION -> done(json(data, schema, Manner.CONTRARY));
      case OBEY_ATTACKER -> done(json(data, schema, Manner.obedient(data)));
    };
  }

  private static Speech done(String text) {
    return new Speech(text, null, Ended.DONE);
  }

  private static String json(PromptData data, JsonNode schema, Manner manner) {
    if (!schema.isObject()) {
      return manner.told(String.join(" ", data.prose()).toLowerCase(Locale.ROOT));
    }
    return new Mind(data, manner).answer(schema).toString();
  }

  /// Roughly, as vendors advise to estimate.
  static long tokens(String text) {
    return Math.max(1, text.length() / 4);
  }
}
