package dev.onboarding.sandbox.docusign;

import dev.onboarding.sandbox.wire.Answer;
import dev.onboarding.sandbox.wire.Json;

/// A refusal as eSignature words it: an error code and a message.
final class DocuSignProblem extends RuntimeException {

  private final int status;
  private final String code;

  DocuSignProblem(int status, String code, String message) {
    super(message);
    this.status = status;
    this.code = code;
  }

  static DocuSignProblem invalidToken() {
    return new DocuSignProblem(
        401,
        "AUTHORIZATION_INVALID_TOKEN",
        "The access token provided is expired, revoked or malformed.");
  }

  static DocuSignProblem invalidParameter(String why) {
    return new DocuSignProblem(
        400,
        "INVALID_REQUEST_PARAMETER",
        "The request contained at least one invalid parameter. " + why);
  }

  static DocuSignProblem noSuchEnvelope() {
    return new DocuSignProblem(
        404,
        "ENVELOPE_DOES_NOT_EXIST",
        "The envelope specified either does not exist or you have no access to it.");
  }

  static DocuSignProblem hourlyLimit(int status) {
    return new DocuSignProblem(
        status,
        "HOURLY_APIINVOCATION_LIMIT_EXCEEDED",
        "The maximum number of hourly API invocations has been exceeded.");
  }

  static DocuSignProblem burstLimit(int status) {
    return new DocuSignProblem(
        status,
        "BURST_APIINVOCATION_LIMIT_EXCEEDED",
        "The maximum number of burst API invocations has been exceeded.");
  }

  Answer answer() {
    return Answer.json(status, Json.object().put("errorCode", code).put("message", getMessage()));
  }
}
