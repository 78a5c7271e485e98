package dev.onboarding.sandbox.broker;

import dev.onboarding.sandbox.wire.Answer;
import dev.onboarding.sandbox.wire.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// A refusal as the Open Service Broker specification words it.
final class BrokerProblem extends RuntimeException {

  private final int status;
  private final @Nullable String code;

  BrokerProblem(int status, @Nullable String code, String description) {
    super(description);
    this.status = status;
    this.code = code;
  }

  static BrokerProblem malformed(String why) {
    return new BrokerProblem(400, null, why);
  }

  static BrokerProblem gone() {
    return new BrokerProblem(410, null, "It is gone, or never was");
  }

  static BrokerProblem notFound() {
    return new BrokerProblem(404, null, "There is no such instance or binding");
  }

  static BrokerProblem conflict() {
    return new BrokerProblem(409, null, "It exists already with different attributes");
  }

  static BrokerProblem busy() {
    return new BrokerProblem(
        422, "ConcurrencyError", "Another operation for this service instance is in progress.");
  }

  static BrokerProblem needsAsync() {
    return new BrokerProblem(
        422,
        "AsyncRequired",
        "This Service Plan requires client support for asynchronous service operations.");
  }

  int status() {
    return status;
  }

  Answer answer() {
    ObjectNode body = Json.object();
    if (code != null) {
      body.put("error", code);
    }
    return Answer.json(status, body.put("description", getMessage()));
  }
}
