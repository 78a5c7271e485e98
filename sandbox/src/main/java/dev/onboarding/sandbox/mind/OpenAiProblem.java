package dev.onboarding.sandbox.mind;

import dev.onboarding.sandbox.wire.Answer;
import dev.onboarding.sandbox.wire.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// A refusal as OpenAI words it.
final class OpenAiProblem extends RuntimeException {

  private final int status;
  private final String type;
  private final @Nullable String code;

  OpenAiProblem(int status, String type, @Nullable String code, String message) {
    super(message);
    this.status = status;
    this.type = type;
    this.code = code;
  }

  static OpenAiProblem invalid(String message) {
    return new OpenAiProblem(400, "invalid_request_error", null, message);
  }

  Answer answer() {
    ObjectNode body = Json.object();
    body.putObject("error")
        .put("message", getMessage())
        .put("type", type)
        .putNull("param")
        .put("code", code);
    return Answer.json(status, body).with("x-request-id", "req_sandbox");
  }
}
