package dev.onboarding.sandbox.wire;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// One response, and the way it is delivered.
@SuppressWarnings("ArrayRecordComponent") // answers are never compared
public record Answer(int status, Map<String, String> headers, byte[] body, Delivery delivery) {

  /// How the bytes reach the caller.
  public enum Delivery {
    WHOLE,
    /// the connection is cut in the middle of the body
    CUT,
    /// the body comes in drops
    DRIBBLED
  }

  public static Answer json(int status, JsonNode body) {
    return of(status, "application/json;charset=UTF-8", Json.write(body));
  }

  public static Answer text(int status, String contentType, String body) {
    return of(status, contentType, body.getBytes(StandardCharsets.UTF_8));
  }

  public static Answer empty(int status) {
    return new Answer(status, Map.of(), new byte[0], Delivery.WHOLE);
  }

  private static Answer of(int status, String contentType, byte[] body) {
    return new Answer(status, Map.of("Content-Type", contentType), body, Delivery.WHOLE);
  }

  public Answer with(String header, String value) {
    var all = new LinkedHashMap<>(headers);
    all.put(header, value);
    return new Answer(status, all, body, delivery);
  }

  public Answer delivered(Delivery way) {
    return new Answer(status, headers, body, way);
  }

  public boolean succeeded() {
    return status >= 200 && status < 300;
  }

  /// @throws tools.jackson.core.JacksonException when the body is no JSON
  public JsonNode json() {
    return Json.read(body);
  }
}
