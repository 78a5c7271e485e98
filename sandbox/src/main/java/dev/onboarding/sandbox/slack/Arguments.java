package dev.onboarding.sandbox.slack;

import dev.onboarding.sandbox.wire.Call;
import dev.onboarding.sandbox.wire.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The arguments of a method, wherever they stand: query, form (structures as JSON text) or JSON.
final class Arguments {

  private final ObjectNode values = Json.object();

  Arguments(Call call) {
    call.parameters().forEach(values::put);
    if (call.isForm()) {
      call.form().forEach(values::put);
    } else if (call.body().length > 0) {
      try {
        if (call.json() instanceof ObjectNode body) {
          values.setAll(body);
        }
      } catch (JacksonException e) {
        throw new SlackProblem("invalid_json");
      }
    }
  }

  String text(String name) {
    return values.path(name).asString("");
  }

  @Nullable String token(Call call) {
    String bearer = call.bearer();
    return bearer != null || !values.has("token") ? bearer : text("token");
  }

  boolean flag(String name) {
    String value = text(name);
    return value.equals("true") || value.equals("1");
  }

  int number(String name, int otherwise, int most) {
    String value = text(name);
    if (value.isEmpty()) {
      return otherwise;
    }
    if (!value.matches("\\d{1,6}")) {
      throw new SlackProblem("invalid_arguments");
    }
    return Math.clamp(Integer.parseInt(value), 1, most);
  }

  /// A structure, given as JSON or as its text; null when it is not there.
  @Nullable JsonNode structure(String name, String error) {
    JsonNode value = values.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    try {
      return value.isString() ? Json.read(value.asString()) : value;
    } catch (JacksonException e) {
      throw new SlackProblem(error);
    }
  }
}
