package dev.onboarding.sandbox.broker;

import dev.onboarding.sandbox.wire.Answer;
import dev.onboarding.sandbox.wire.Json;

/// A refusal as the plain HTTP contract words it.
final class PlainProblem extends RuntimeException {

  private final int status;
  private final String code;

  PlainProblem(int status, String code, String detail) {
    super(detail);
    this.status = status;
    this.code = code;
  }

  static PlainProblem notFound() {
    return new PlainProblem(404, "not_found", "There is no such tenant");
  }

  /// The same refusal in the broker's words.
  static PlainProblem of(BrokerProblem problem) {
    return switch (problem.status()) {
      case 404, 410 -> notFound();
      case 409 -> new PlainProblem(422, "conflict", String.valueOf(problem.getMessage()));
      case 422 -> new PlainProblem(409, "busy", String.valueOf(problem.getMessage()));
      default ->
          new PlainProblem(problem.status(), "refused", String.valueOf(problem.getMessage()));
    };
  }

  Answer answer() {
    Answer answer =
        Answer.json(
                status,
                Json.object()
                    .put("title", code)
                    .put("status", status)
                    .put("code", code)
                    .put("detail", getMessage()))
            .with("Content-Type", "application/problem+json");
    return status == 409 ? answer.with("Retry-After", "1") : answer;
  }
}
