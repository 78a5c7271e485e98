package dev.onboarding.provisioning.plain;

import dev.onboarding.connector.FailureTranslator;
import dev.onboarding.connector.ForeignText;
import dev.onboarding.connector.UpstreamResponse;
import dev.onboarding.model.ErrorType;
import dev.onboarding.model.Failure;
import dev.onboarding.model.FailureException;
import dev.onboarding.provisioning.provisioner.ProvisionerText;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads the provisioner's own refusals, `application/problem+json` with a `code`. What has no such
/// body is left to the status.
final class PlainFailures implements FailureTranslator {

  @Override
  public Optional<FailureException> translate(UpstreamResponse response) {
    ErrorType type = typeOf(response.status());
    if (type == null) {
      return Optional.empty();
    }
    JsonNode problem = response.json();
    String code = ForeignText.firstOf(problem.path("code"));
    String said = ForeignText.firstOf(problem.path("detail"), problem.path("title"));
    return Optional.of(
        new FailureException(
            Failure.of(
                type,
                code.isEmpty() ? "HTTP_" + response.status() : code,
                response.status(),
                "The provisioner refused (HTTP %d): %s."
                    .formatted(
                        response.status(),
                        said.isEmpty() ? "no reason was given" : ProvisionerText.reason(said))),
            response.retryAfter().orElse(null),
            null));
  }

  private static @Nullable ErrorType typeOf(int status) {
    return switch (status) {
      case 400, 422 -> ErrorType.VALIDATION;
      // Another request for the tenant is under way; it ends by itself.
      case 409 -> ErrorType.SERVER_ERROR;
      default -> null;
    };
  }
}
