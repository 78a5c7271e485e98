package dev.onboarding.coordinator.candidate;

import dev.onboarding.edge.EdgeJson;
import dev.onboarding.model.finding.Evidence;
import java.time.Instant;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/// Reads findings without where they come from, which no row can ask about and which is most of
/// their text.
final class LeanJson {

  private static final Evidence NONE = new Evidence("", "", "", null, Instant.EPOCH, null);

  private LeanJson() {}

  static JsonMapper mapper() {
    return EdgeJson.mapper()
        .rebuild()
        .addModule(new SimpleModule().addDeserializer(Evidence.class, new Skipped()))
        .build();
  }

  private static final class Skipped extends ValueDeserializer<Evidence> {

    @Override
    public Evidence deserialize(JsonParser parser, DeserializationContext context) {
      parser.skipChildren();
      return NONE;
    }
  }
}
