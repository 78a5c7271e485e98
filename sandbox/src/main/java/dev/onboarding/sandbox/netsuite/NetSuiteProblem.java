package dev.onboarding.sandbox.netsuite;

import dev.onboarding.sandbox.wire.Answer;
import dev.onboarding.sandbox.wire.Json;
import tools.jackson.databind.node.ObjectNode;

/// A refusal as NetSuite words it: a problem document with its own list of details.
final class NetSuiteProblem extends RuntimeException {

  private static final String TYPE = "application/vnd.oracle.resource+json; type=error";

  private final int status;
  private final String title;
  private final String code;

  NetSuiteProblem(int status, String title, String code, String detail) {
    super(detail);
    this.status = status;
    this.title = title;
    this.code = code;
  }

  static NetSuiteProblem badRequest(String code, String detail) {
    return new NetSuiteProblem(400, "Bad Request", code, detail);
  }

  static NetSuiteProblem invalidLogin() {
    return new NetSuiteProblem(
        401,
        "Unauthorized",
        "INVALID_LOGIN",
        "Invalid login attempt. For more details, see the Login Audit Trail in the NetSuite UI at Setup > Users/Roles > User Management > View Login Audit Trail.");
  }

  /// The title says "Bad Request" although the status is 429: so does the service's.
  static NetSuiteProblem tooManyAtOnce() {
    return new NetSuiteProblem(
        429,
        "Bad Request",
        "CONCURRENCY_LIMIT_EXCEEDED",
        "Concurrent request limit exceeded. Request blocked.");
  }

  static NetSuiteProblem noSuchRecord() {
    return new NetSuiteProblem(
        404,
        "Not Found",
        "NONEXISTENT_ID",
        "The record instance does not exist. Provide a valid record instance ID.");
  }

  Answer answer() {
    ObjectNode body =
        Json.object()
            .put("type", "https://www.rfc-editor.org/rfc/rfc9110.html#section-15.5")
            .put("title", title)
            .put("status", status);
    body.putArray("o:errorDetails")
        .addObject()
        .put("detail", getMessage())
        .put("o:errorCode", code);
    return Answer.json(status, body).with("Content-Type", TYPE);
  }
}
