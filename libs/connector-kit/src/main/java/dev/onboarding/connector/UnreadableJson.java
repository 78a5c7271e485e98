package dev.onboarding.connector;

import dev.onboarding.model.FailureException;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// Finds the successful answer that is no JSON: cut off, a web page, or noise.
record UnreadableJson(String system) implements FailureTranslator {

  private static final JsonFactory JSON = new JsonFactory();

  @Override
  public Optional<FailureException> translate(UpstreamResponse response) {
    if (!response.isSuccess() || response.body().length == 0) {
      return Optional.empty();
    }
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), response.body())) {
      while (parser.nextToken() != null) {
        parser.skipChildren();
      }
      return Optional.empty();
    } catch (JacksonException noJson) {
      return Optional.of(JsonAnswers.unreadable(system, response, noJson));
    }
  }
}
