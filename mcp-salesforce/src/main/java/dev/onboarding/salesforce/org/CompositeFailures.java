package dev.onboarding.salesforce.org;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.onboarding.connector.FailureTranslator;
import dev.onboarding.connector.UpstreamResponse;
import dev.onboarding.model.FailureException;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Looks into a composite answer, which is always 200, for the part that failed. Inside the chain,
/// so that a renewed token or a retry serves a part as it serves a whole.
///
/// @param parts reads the failure of one part
record CompositeFailures(FailureTranslator parts) implements FailureTranslator {

  @Override
  public Optional<FailureException> translate(UpstreamResponse response) {
    if (!response.isSuccess() || !isComposite(response)) {
      return Optional.empty();
    }
    try {
      JsonNode answer = JsonMapper.shared().readTree(response.body());
      return answer
          .path("compositeResponse")
          .valueStream()
          .map(part -> asResponse(part, response))
          .flatMap(part -> parts.translate(part).stream())
          .findFirst();
    } catch (JacksonException _) {
      return Optional.empty(); // unreadable as a whole, which is another translator's finding
    }
  }

  private static boolean isComposite(UpstreamResponse response) {
    byte[] body = response.body();
    return new String(body, 0, Math.min(body.length, 64), UTF_8).contains("compositeResponse");
  }

  private static UpstreamResponse asResponse(JsonNode part, UpstreamResponse whole) {
    return new UpstreamResponse(
        part.path("httpStatusCode").asInt(0),
        whole.headers(),
        part.path("body").toString().getBytes(UTF_8));
  }
}
