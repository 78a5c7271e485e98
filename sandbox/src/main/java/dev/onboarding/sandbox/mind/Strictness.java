package dev.onboarding.sandbox.mind;

import java.util.List;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/// What strict structured output asks of a schema: every object forbids what it does not name and
/// requires everything it names.
final class Strictness {

  private Strictness() {}

  /// @throws OpenAiProblem when the schema is not strict
  static void check(JsonNode schema) {
    if ("object".equals(schema.path("type").asString(""))) {
      if (schema.path("additionalProperties").asBoolean(true)) {
        throw OpenAiProblem.invalid(
            "Invalid schema for response_format: 'additionalProperties' is required to be supplied and to be false.");
      }
      List<String> required =
          schema.path("required").valueStream().map(JsonNode::asString).toList();
      var names = new TreeSet<>(schema.path("properties").propertyNames());
      if (!names.equals(new TreeSet<>(required))) {
        throw OpenAiProblem.invalid(
            "Invalid schema for response_format: 'required' is required to be supplied and to be an array including every key in properties.");
      }
    }
    schema.path("properties").forEach(Strictness::check);
    if (schema.has("items")) {
      check(schema.path("items"));
    }
  }
}
