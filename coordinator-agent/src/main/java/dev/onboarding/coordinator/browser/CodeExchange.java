package dev.onboarding.coordinator.browser;

import dev.onboarding.agentkit.ClientProperties;
import dev.onboarding.edge.EdgeJson;
import dev.onboarding.model.secret.Rotating;
import dev.onboarding.model.secret.Secret;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import tools.jackson.core.JacksonException;

/// Turns a browser's code into a token, with the coordinator's own secret.
final class CodeExchange {

  private final ClientProperties client;
  private final CodeLogin login;
  private final Rotating<Secret> secret;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(2))
          .build();

  CodeExchange(ClientProperties client, CodeLogin login, Clock clock) {
    this.client = client;
    this.login = login;
    this.secret = client.source().rotating(clock);
  }

  /// @param life for which it is good
  record Token(String value, Duration life) {

    /// A token in a log would be a key in a log.
    @Override
    public String toString() {
      return "***";
    }
  }

  /// @throws IOException when the issuer gives none
  Token token(String code, String verifier) throws IOException {
    String pair = client.id() + ":" + secret.current().reveal();
    var request =
        HttpRequest.newBuilder(URI.create(client.tokenUri()))
            .timeout(client.timeout())
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Accept", "application/json")
            .header(
                "Authorization",
                "Basic "
                    + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)))
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    CodeLogin.form(
                        Map.of(
                            "grant_type",
                            "authorization_code",
                            "code",
                            code,
                            "redirect_uri",
                            login.redirect().toString(),
                            "code_verifier",
                            verifier,
                            "resource",
                            login.audience()))))
            .build();
    return read(sent(request));
  }

  private HttpResponse<String> sent(HttpRequest request) throws IOException {
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while the issuer was asked", e);
    }
  }

  private static Token read(HttpResponse<String> answer) throws IOException {
    try {
      var json = EdgeJson.mapper().readTree(answer.body());
      String token = json.path("access_token").asString("");
      if (answer.statusCode() == 200 && !token.isEmpty()) {
        return new Token(token, Duration.ofSeconds(json.path("expires_in").asLong(300)));
      }
    } catch (JacksonException unreadable) {
      throw new IOException("The issuer's answer cannot be read", unreadable);
    }
    throw new IOException("The issuer gives no token (status %d)".formatted(answer.statusCode()));
  }
}
