package dev.onboarding.sandbox.mind;

import dev.onboarding.sandbox.wire.Answer;
import dev.onboarding.sandbox.wire.Json;

/// A refusal as AWS words it: the kind in a header, the message in the body.
final class BedrockProblem extends RuntimeException {

  private final int status;
  private final String type;

  BedrockProblem(int status, String type, String message) {
    super(message);
    this.status = status;
    this.type = type;
  }

  static BedrockProblem invalid(String message) {
    return new BedrockProblem(400, "ValidationException", message);
  }

  Answer answer() {
    return Answer.json(status, Json.object().put("message", getMessage()))
        .with("x-amzn-ErrorType", type)
        .with("x-amzn-RequestId", "00000000-0000-4000-8000-000000000000");
  }
}
