package dev.onboarding.sandbox.salesforce;

import dev.onboarding.sandbox.wire.Answer;
import dev.onboarding.sandbox.wire.Json;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A refusal as Salesforce words it: an array of message and errorCode.
final class SalesforceProblem extends RuntimeException {

  private final int status;
  private final String code;
  private final List<String> fields;

  SalesforceProblem(int status, String code, String message) {
    this(status, code, message, List.of());
  }

  SalesforceProblem(int status, String code, String message, List<String> fields) {
    super(message);
    this.status = status;
    this.code = code;
    this.fields = List.copyOf(fields);
  }

  static SalesforceProblem malformedQuery(String message) {
    return new SalesforceProblem(400, "MALFORMED_QUERY", message);
  }

  static SalesforceProblem invalidField(SObject object, String path) {
    return new SalesforceProblem(
        400,
        "INVALID_FIELD",
        "No such column '%s' on entity '%s'. If you are attempting to use a custom field, be sure to append the '__c' after the custom field name. Please reference your WSDL or the describe call for the appropriate names."
            .formatted(path, object.name()));
  }

  static SalesforceProblem invalidType(String name) {
    return new SalesforceProblem(
        400,
        "INVALID_TYPE",
        "sObject type '%s' is not supported. If you are attempting to use a custom object, be sure to append the '__c' after the entity name. Please reference your WSDL or the describe call for the appropriate names."
            .formatted(name));
  }

  static SalesforceProblem notFound() {
    return new SalesforceProblem(404, "NOT_FOUND", "The requested resource does not exist");
  }

  Answer answer() {
    return Answer.json(status, body());
  }

  ArrayNode body() {
    ObjectNode error = Json.object().put("message", getMessage()).put("errorCode", code);
    if (!fields.isEmpty()) {
      ArrayNode named = error.putArray("fields");
      fields.forEach(named::add);
    }
    return Json.array().add(error);
  }
}
