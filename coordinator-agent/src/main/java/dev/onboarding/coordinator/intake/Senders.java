package dev.onboarding.coordinator.intake;

import dev.onboarding.coordinator.http.ProblemException;
import dev.onboarding.coordinator.http.ProblemType;
import dev.onboarding.coordinator.intake.IntakeSettings.Source;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells whether a request comes from the source it names.
final class Senders {

  private static final Logger LOG = LoggerFactory.getLogger(Senders.class);
  private static final String BEARER = "bearer ";

  private final Map<String, Source> sources;
  private final @Nullable AccessTokens tokens;

  /// @param tokens null when access tokens are not accepted
  Senders(Map<String, Source> sources, @Nullable AccessTokens tokens) {
    this.sources = sources;
    this.tokens = tokens;
    sources.forEach(Senders::warnAboutMissingSecret);
  }

  private static void warnAboutMissingSecret(String name, Source source) {
    if (!source.canProveItself()) {
      LOG.warn(
          "The source '{}' has no secret and is refused: set ONBOARDING_WEBHOOK_SECRET, or"
              + " onboarding.intake.sources.{}.secrets",
          name,
          name);
    }
  }

  /// @return what is configured for the source
  /// @throws ProblemException when the request does not come from it
  Source authenticated(String name, byte[] body, Credentials credentials) {
    var source = sources.get(name);
    if (source == null || !source.canProveItself()) {
      throw new ProblemException(ProblemType.UNKNOWN_SOURCE, "The named source is not configured.");
    }
    var signature = credentials.signature();
    if (signature != null) {
      requireSigned(source, signature, body);
    } else {
      requireToken(source, credentials.authorization());
    }
    return source;
  }

  private static void requireSigned(Source source, String signature, byte[] body) {
    if (!Signature.parse(signature).fits(body, source.secrets())) {
      throw new ProblemException(
          ProblemType.SIGNATURE_INVALID,
          "%s must be sha256= and the HMAC-SHA256 of the raw body.".formatted(Signature.HEADER));
    }
  }

  private void requireToken(Source source, @Nullable String authorization) {
    if (authorization == null
        || !authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
        || tokens == null) {
      throw new ProblemException(
          ProblemType.SIGNATURE_MISSING, "Sign the body in %s.".formatted(Signature.HEADER));
    }
    tokens.require(authorization.substring(BEARER.length()).strip(), source.client());
  }

  /// By what a request proves where it comes from.
  record Credentials(@Nullable String signature, @Nullable String authorization) {

    @Override
    public String toString() {
      return "Credentials[***]";
    }
  }
}
