package dev.onboarding.agentkit;

import dev.onboarding.model.secret.Secret;
import dev.onboarding.model.secret.SecretSource;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// How an application proves to other servers who it is.
///
/// @param id of the application at the issuer
/// @param secret goes before the file
/// @param secretFile may be exchanged while the application runs
/// @param tokenUri where tokens are asked for; empty where the other servers ask for none
/// @param scopes what is asked for at each server, by its short name, separated by spaces
/// @param resources the audience of each server, by its short name, where it is not the address
///   under which it is called
/// @param timeout how long the issuer may take
@Validated
@ConfigurationProperties(prefix = "onboarding.client", ignoreUnknownFields = false)
public record ClientProperties(
    @DefaultValue("") String id,
    @Nullable Secret secret,
    @DefaultValue("") String secretFile,
    @DefaultValue("") String tokenUri,
    @DefaultValue Map<String, String> scopes,
    @DefaultValue Map<String, URI> resources,
    @NotNull @DefaultValue("5s") Duration timeout) {

  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

  /// An application that shows no tokens.
  public static final ClientProperties NONE =
      new ClientProperties("", null, "", "", Map.of(), Map.of(), Duration.ofSeconds(5));

  public ClientProperties {
    scopes = Map.copyOf(scopes);
    resources = Map.copyOf(resources);
    if (!tokenUri.isBlank()) {
      URI address = URI.create(tokenUri);
      if (!"https".equals(address.getScheme()) && !isOfThisMachine(address)) {
        throw new IllegalArgumentException(
            "onboarding.client.token-uri is %s: the secret leaves this machine over TLS only; give an https address"
                .formatted(tokenUri));
      }
      if (id.isBlank()
          || new SecretSource("onboarding.client.secret", secret, secretFile).isMissing()) {
        throw new IllegalArgumentException(
            "onboarding.client.token-uri is set: give onboarding.client.id and onboarding.client.secret-file too");
      }
    }
  }

  public boolean hasTokens() {
    return !tokenUri.isBlank();
  }

  /// Where the secret is given.
  public SecretSource source() {
    return new SecretSource("onboarding.client.secret", secret, secretFile);
  }

  private static boolean isOfThisMachine(URI address) {
    return "http".equals(address.getScheme())
        && address.getHost() != null
        && LOOPBACK.contains(address.getHost());
  }
}
