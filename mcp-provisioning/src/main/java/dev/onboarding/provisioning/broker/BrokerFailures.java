package dev.onboarding.provisioning.broker;

import dev.onboarding.connector.FailureTranslator;
import dev.onboarding.connector.UpstreamResponse;
import dev.onboarding.model.ErrorType;
import dev.onboarding.model.Failure;
import dev.onboarding.model.FailureException;
import dev.onboarding.provisioning.provisioner.ProvisionerText;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Reads the broker's own errors, `{"error": "AsyncRequired", "description": "…"}`. What has no
/// such body is left to the status.
final class BrokerFailures implements FailureTranslator {

  private final JsonMapper json;

  BrokerFailures(JsonMapper json) {
    this.json = json;
  }

  @Override
  public Optional<FailureException> translate(UpstreamResponse response) {
    ErrorType type = typeOf(response);
    if (type == null) {
      return Optional.empty();
    }
    ErrorBody body = bodyOf(response);
    String code =
        body.error() == null ? "HTTP_" + response.status() : ProvisionerText.reason(body.error());
    String said =
        body.description() == null
            ? "no reason was given"
            : ProvisionerText.reason(body.description());
    return Optional.of(
        new FailureException(
            Failure.of(
                type,
                code,
                response.status(),
                "The provisioner refused (HTTP %d): %s.".formatted(response.status(), said)),
            response.retryAfter().orElse(null),
            null));
  }

  private @Nullable ErrorType typeOf(UpstreamResponse response) {
    return switch (response.status()) {
      case 400, 409, 412 -> ErrorType.VALIDATION;
      // Another operation on the instance is under way; it ends by itself.
      case 422 ->
          "ConcurrencyError".equals(bodyOf(response).error())
              ? ErrorType.SERVER_ERROR
              : ErrorType.VALIDATION;
      default -> null;
    };
  }

  private ErrorBody bodyOf(UpstreamResponse response) {
    try {
      ErrorBody body = json.readValue(response.body(), ErrorBody.class);
      return body == null ? new ErrorBody(null, null) : body;
    } catch (JacksonException _) {
      return new ErrorBody(null, null);
    }
  }

  private record ErrorBody(@Nullable String error, @Nullable String description) {}
}
