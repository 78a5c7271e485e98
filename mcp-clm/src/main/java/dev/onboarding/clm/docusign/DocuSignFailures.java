package dev.onboarding.clm.docusign;

import dev.onboarding.connector.BaseAddress;
import dev.onboarding.connector.FailureTranslator;
import dev.onboarding.connector.ForeignText;
import dev.onboarding.connector.JsonAnswers;
import dev.onboarding.connector.UpstreamResponse;
import dev.onboarding.model.ErrorType;
import dev.onboarding.model.Failure;
import dev.onboarding.model.FailureException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads DocuSign's three forms of "no": of the signature API, of the agreements API and of the
/// token host.
///
/// The code in the body decides before the status, because throttling comes as 400 or as 429.
/// "There is no such envelope" and a 404 of the agreements API are answers; any other 404 is a
/// wrong address.
public final class DocuSignFailures implements FailureTranslator {

  private static final String NAME = "DocuSign";
  private static final Pattern OAUTH_CODE = Pattern.compile("[a-z]+(_[a-z]+)+");

  private final FailureTranslator fallback =
      FailureTranslator.byStatus(NAME).orElse(FailureTranslator.unreadableJson(NAME));
  private final Clock clock;
  private final String consentAddress;

  /// @param authBase where a person gives consent
  /// @param clientId the integration that needs it
  /// @param scopes what it asks for, separated by blanks
  public DocuSignFailures(Clock clock, BaseAddress authBase, String clientId, String scopes) {
    this.clock = clock;
    this.consentAddress =
        "%s/oauth/auth?response_type=code&scope=%s&client_id=%s&redirect_uri=<a redirect URI of the integration>"
            .formatted(authBase, scopes.replace(" ", "%20"), clientId);
  }

  /// The failure of an answer that is JSON but not what DocuSign promises.
  public static FailureException unreadable(String why) {
    return JsonAnswers.unreadable(NAME, why);
  }

  @Override
  public Optional<FailureException> translate(UpstreamResponse response) {
    if (response.status() < 400) {
      return fallback.translate(response);
    }
    JsonNode body = response.json();
    String code = code(body, response.status());
    if (code.equalsIgnoreCase("ENVELOPE_DOES_NOT_EXIST")) {
      return Optional.empty();
    }
    if (code.isEmpty()) {
      return withoutCode(response, body);
    }
    return Optional.of(
        new FailureException(failure(response, body, code), retryAfter(response, code), null));
  }

  private Optional<FailureException> withoutCode(UpstreamResponse response, JsonNode body) {
    if (response.status() != 404) {
      return fallback.translate(response);
    }
    if (body.path("error").isString()) {
      return Optional.empty();
    }
    return Optional.of(
        new FailureException(
            new Failure(
                ErrorType.VALIDATION,
                "ADDRESS_NOT_FOUND",
                404,
                "DocuSign has nothing at the address that was called.",
                "Check DOCUSIGN_BASE_URL, DOCUSIGN_AGREEMENTS_BASE_URL and DOCUSIGN_ACCOUNT_ID.",
                ErrorType.NETWORK.owner())));
  }

  private Failure failure(UpstreamResponse response, JsonNode body, String code) {
    if (code.equals("consent_required")) {
      return consentRequired(response);
    }
    String said = ForeignText.firstOf(body.path("message"), body.path("error_description"));
    return Failure.of(
        type(code.toUpperCase(Locale.ROOT), response.status()),
        code,
        response.status(),
        said.isEmpty() ? "DocuSign refused: " + code + "." : "DocuSign: " + said);
  }

  private Failure consentRequired(UpstreamResponse response) {
    return new Failure(
        ErrorType.AUTHENTICATION,
        "CONSENT_REQUIRED",
        response.status(),
        "DocuSign knows the integration, but the user it acts for has not yet allowed it to.",
        "Once, signed in as that user or as an administrator for all, open %s and accept."
            .formatted(consentAddress),
        ErrorType.AUTHENTICATION.owner());
  }

  private static ErrorType type(String code, int status) {
    if (code.endsWith("_LIMIT_EXCEEDED")) {
      return ErrorType.RATE_LIMIT;
    }
    return switch (code) {
      case "AUTHORIZATION_INVALID_TOKEN",
          "USER_AUTHENTICATION_FAILED",
          "PARTNER_AUTHENTICATION_FAILED",
          "INVALID_GRANT",
          "INVALID_CLIENT",
          "INVALID_REQUEST",
          "ISSUER_NOT_FOUND",
          "USER_NOT_FOUND",
          "NO_VALID_KEYS_OR_SIGNATURES" ->
          ErrorType.AUTHENTICATION;
      case "ACCOUNT_LACKS_PERMISSIONS", "USER_LACKS_PERMISSIONS", "INVALID_SCOPE" ->
          ErrorType.AUTHORIZATION;
      default -> FailureTranslator.typeOf(status);
    };
  }

  /// The hourly limit says in epoch seconds when it starts anew; the burst limit says nothing.
  private @Nullable Duration retryAfter(UpstreamResponse response, String code) {
    if (!code.toUpperCase(Locale.ROOT).startsWith("HOURLY")) {
      return response.retryAfter().orElse(null);
    }
    return response
        .header("x-ratelimit-reset")
        .filter(value -> value.matches("\\d{9,11}"))
        .map(value ->
            Duration.between(clock.instant(), Instant.ofEpochSecond(Long.parseLong(value))))
        .filter(Duration::isPositive)
        .or(response::retryAfter)
        .orElse(null);
  }

  /// What the agreements API writes under `error` is a sentence, not a code.
  private static String code(JsonNode body, int status) {
    String code = ForeignText.firstOf(body.path("errorCode"));
    String error = ForeignText.firstOf(body.path("error"));
    boolean ofTokenHost = status <= 401 && OAUTH_CODE.matcher(error).matches();
    return code.isEmpty() && ofTokenHost ? error : code;
  }
}
