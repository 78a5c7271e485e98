package dev.onboarding.adviser.task;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// The JSON schema that an answer to one task must fit. Uses only what strict structured output
/// takes: every property is required, none is added, and lengths are checked elsewhere.
///
/// @param text the schema as it is sent
public record AnswerShape(AdviceTask task, String text, Schema schema) {

  private static final int MOST_ERRORS = 5;

  private static final class Shipped {
    static final Map<AdviceTask, AnswerShape> SHAPES = read();

    private static Map<AdviceTask, AnswerShape> read() {
      var registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
      Map<AdviceTask, AnswerShape> shapes = new EnumMap<>(AdviceTask.class);
      for (AdviceTask task : AdviceTask.values()) {
        String text = resource("/adviser/schemas/%s.json".formatted(task));
        shapes.put(task, new AnswerShape(task, text, registry.getSchema(text, InputFormat.JSON)));
      }
      return shapes;
    }
  }

  public static AnswerShape of(AdviceTask task) {
    AnswerShape shape = Shipped.SHAPES.get(task);
    if (shape == null) {
      throw new IllegalStateException("There is no schema for " + task);
    }
    return shape;
  }

  /// What does not fit, the first few, in words that a model can use to repair it.
  public List<String> misfits(JsonNode answer) {
    return schema.validate(answer).stream().limit(MOST_ERRORS).map(Error::toString).toList();
  }

  private static String resource(String name) {
    try (InputStream stream = AnswerShape.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException(name + " is not on the classpath");
      }
      return new String(stream.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
