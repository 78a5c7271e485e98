package dev.onboarding.coordinator.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.util.unit.DataSize;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.MutableCoercionConfig;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/// Reads request bodies and takes nothing that was not asked for: no other media type, nothing
/// above the limit, no unknown or doubled field, no text after the end.
public final class StrictJson {

  private final JsonMapper json;
  private final DataSize limit;

  public StrictJson(JsonMapper json, DataSize limit) {
    this.json =
        json.rebuild()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(
                DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .withCoercionConfig(LogicalType.Textual, StrictJson::textOnlyFromText)
            .build();
    this.limit = limit;
  }

  private static void textOnlyFromText(MutableCoercionConfig text) {
    text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
        .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
        .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
  }

  public <T> T read(HttpServletRequest request, Class<T> type) {
    return bind(tree(body(request)), type);
  }

  /// The exact bytes that were sent.
  ///
  /// @throws ProblemException when they are not JSON by their label, or too many
  public byte[] body(HttpServletRequest request) {
    return body(request, limit);
  }

  /// As [#body(HttpServletRequest)], with a limit of its own.
  public byte[] body(HttpServletRequest request, DataSize most) {
    requireJson(request.getContentType());
    if (request.getContentLengthLong() > most.toBytes()) {
      throw tooLarge(most);
    }
    try {
      var body = request.getInputStream().readNBytes((int) most.toBytes() + 1);
      if (body.length > most.toBytes()) {
        throw tooLarge(most);
      }
      return body;
    } catch (IOException cutOff) {
      throw new ProblemException(ProblemType.INVALID_REQUEST, "The body was cut off.", cutOff);
    }
  }

  private static void requireJson(@Nullable String contentType) {
    try {
      if (contentType != null
          && MediaType.APPLICATION_JSON.equalsTypeAndSubtype(
              MediaType.parseMediaType(contentType))) {
        return;
      }
    } catch (InvalidMediaTypeException unreadable) {
      // Refused below like any other type.
    }
    throw new ProblemException(
        ProblemType.UNSUPPORTED_CONTENT_TYPE, "Send Content-Type: application/json.");
  }

  private static ProblemException tooLarge(DataSize most) {
    return new ProblemException(
        ProblemType.BODY_TOO_LARGE, "A body has at most %d bytes.".formatted(most.toBytes()));
  }

  public JsonNode tree(byte[] body) {
    try {
      var tree = json.readTree(body);
      if (!tree.isObject()) {
        throw new ProblemException(ProblemType.MALFORMED_JSON, "The body must be one JSON object.");
      }
      return tree;
    } catch (JacksonException malformed) {
      throw new ProblemException(
          ProblemType.MALFORMED_JSON, "The body cannot be read as JSON.", malformed);
    }
  }

  public <T> T bind(JsonNode tree, Class<T> type) {
    try {
      return json.treeToValue(tree, type);
    } catch (UnrecognizedPropertyException unknown) {
      throw new ProblemException(
          ProblemType.UNKNOWN_FIELD,
          "The field '%s' is not known; known are %s."
              .formatted(shortened(unknown.getPropertyName()), unknown.getKnownPropertyIds()),
          unknown);
    } catch (DatabindException mismatch) {
      throw new ProblemException(
          ProblemType.INVALID_FIELD,
          "The field '%s' is not of the right kind.".formatted(field(mismatch)),
          mismatch);
    } catch (StreamReadException malformed) {
      throw new ProblemException(
          ProblemType.MALFORMED_JSON, "The body cannot be read as JSON.", malformed);
    }
  }

  private static String field(DatabindException mismatch) {
    return mismatch.getPath().stream()
        .map(part -> String.valueOf(part.getPropertyName()))
        .reduce((left, right) -> left + "." + right)
        .map(StrictJson::shortened)
        .orElse("?");
  }

  private static String shortened(String name) {
    var printable = name.replaceAll("[^\\x20-\\x7e]", "?");
    return printable.length() <= 64 ? printable : printable.substring(0, 64) + "…";
  }
}
