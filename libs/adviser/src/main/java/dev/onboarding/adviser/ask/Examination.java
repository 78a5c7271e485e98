package dev.onboarding.adviser.ask;

import dev.onboarding.adviser.model.Reply;
import dev.onboarding.adviser.shield.Language;
import dev.onboarding.adviser.task.AnswerShape;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Whether a reply is an answer: complete, of a sane size, JSON, of the right shape, in English.
///
/// @param json the answer; null when it is none
/// @param because why it is none; null when it is one
/// @param misfits what a model could repair
record Examination(@Nullable JsonNode json, @Nullable Reason because, List<String> misfits) {

  private static final int MOST_CHARACTERS = 20_000;
  private static final Set<String> CUT_OFF =
      Set.of("length", "max_tokens", "model_context_window_exceeded");
  private static final Set<String> FILTERED =
      Set.of("content_filter", "content_filtered", "guardrail_intervened");

  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(20)
                          .maxNumberLength(30)
                          .build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .build();

  static Examination of(Reply reply, AnswerShape shape) {
    Reason finished = finish(reply);
    if (finished != null) {
      return new Examination(null, finished, List.of());
    }
    JsonNode json;
    try {
      json = JSON.readTree(withoutFence(reply.text()));
    } catch (JacksonException e) {
      return new Examination(null, Reason.NOT_JSON, List.of("It is not one JSON object."));
    }
    List<String> misfits = shape.misfits(json);
    if (!misfits.isEmpty()) {
      return new Examination(null, Reason.WRONG_SHAPE, misfits);
    }
    return Language.isEnglish(prose(json))
        ? new Examination(json, null, List.of())
        : new Examination(null, Reason.WRONG_LANGUAGE, List.of());
  }

  private static @Nullable Reason finish(Reply reply) {
    if (reply.refusal() != null || FILTERED.contains(reply.finish())) {
      return Reason.REFUSED;
    }
    if (CUT_OFF.contains(reply.finish())) {
      return Reason.CUT_OFF;
    }
    if (reply.text().length() > MOST_CHARACTERS) {
      return Reason.TOO_LONG;
    }
    return reply.text().isBlank() ? Reason.EMPTY : null;
  }

  /// Models without a schema of their own like to put JSON into a fence.
  private static String withoutFence(String text) {
    String bare = text.strip();
    if (bare.startsWith("```") && bare.endsWith("```") && bare.indexOf('\n') > 0) {
      return bare.substring(bare.indexOf('\n'), bare.length() - 3);
    }
    return bare;
  }

  /// What a person would read of it.
  private static String prose(JsonNode node) {
    if (node.isString()) {
      return node.asString();
    }
    var prose = new StringBuilder();
    node.forEach(child -> prose.append(prose(child)).append(". "));
    return prose.toString();
  }

  boolean isRepairable() {
    return because == Reason.NOT_JSON || because == Reason.WRONG_SHAPE;
  }
}
