package dev.onboarding.coordinator.intake;

import dev.onboarding.coordinator.http.ProblemException;
import dev.onboarding.coordinator.intake.IntakeSettings.Source;
import dev.onboarding.model.secret.Secret;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells whether a request comes from the source it names.
final class Senders {

  private static final Logger LOG = LoggerFactory.getLogger(Senders.class);
  private static final String BEARER = "bearer ";
  private static final int MOST = 2;

  private final List<Secret> decoys = List.of(decoy(), decoy());
  private final Source nobody = new Source(null, "", null, "", null, Duration.ZERO);
  private final Map<String, Source> sources;
  private final Map<String, SourceSecrets> secrets;
  private final @Nullable AccessTokens tokens;

  /// @param tokens null when access tokens are not accepted
  Senders(Map<String, Source> sources, @Nullable AccessTokens tokens, Clock clock) {
    this.sources = sources;
    this.secrets =
        sources.entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey,
                    source -> SourceSecrets.of(source.getKey(), source.getValue(), clock)));
    this.tokens = tokens;
    sources.forEach(Senders::warnAboutMissingSecret);
  }

  /// Nobody knows it, so nothing fits it.
  private static Secret decoy() {
    var random = new byte[32];
    new SecureRandom().nextBytes(random);
    return new Secret(HexFormat.of().formatHex(random));
  }

  private static void warnAboutMissingSecret(String name, Source source) {
    if (!source.canProveItself()) {
      LOG.warn(
          "The source '{}' has no secret and is refused: set ONBOARDING_WEBHOOK_SECRET (or"
              + " ONBOARDING_WEBHOOK_SECRET_FILE), or onboarding.intake.sources.{}.secret",
          name,
          name);
    }
  }

  /// @return what is configured for the source
  /// @throws ProblemException when the request does not come from it
  Source authenticated(String name, byte[] body, Credentials credentials) {
    var source = sources.getOrDefault(name, nobody);
    var signature = credentials.signature();
    if (signature == null) {
      requireToken(source, credentials.authorization());
    } else if (!isSigned(name, signature, body)) {
      throw NotProven.because(sources.containsKey(name) ? "signature-invalid" : "unknown-source");
    }
    return source;
  }

  private boolean isSigned(String name, String signature, byte[] body) {
    var own = secrets.get(name);
    var accepted = own == null ? List.<Secret>of() : own.accepted();
    // As many for everybody, so that the time it takes tells nothing about the source.
    var tried = Stream.concat(accepted.stream(), decoys.stream()).limit(MOST).toList();
    return Signature.parse(signature).fits(body, tried);
  }

  private void requireToken(Source source, @Nullable String authorization) {
    if (authorization == null
        || !authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
        || tokens == null) {
      throw NotProven.because("signature-missing");
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
