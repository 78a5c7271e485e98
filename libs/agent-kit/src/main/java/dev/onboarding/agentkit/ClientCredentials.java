package dev.onboarding.agentkit;

import dev.onboarding.model.ErrorType;
import dev.onboarding.model.Failure;
import dev.onboarding.model.FailureException;
import dev.onboarding.model.secret.Rotating;
import dev.onboarding.model.secret.Secret;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Tokens that an application gets on its own behalf, by its id and secret.
public final class ClientCredentials implements AccessTokens {

  private static final Duration CONNECT = Duration.ofSeconds(2);

  /// A token is given up so long before its end that a call made with it arrives in time.
  private static final Duration BEFORE_ITS_END = Duration.ofSeconds(30);

  private static final Duration USUAL_LIFE = Duration.ofMinutes(5);

  private final ClientProperties client;
  private final Rotating<Secret> secret;
  private final JsonMapper json;
  private final Clock clock;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT).build();
  private final Map<Wanted, Slot> slots = new ConcurrentHashMap<>();

  public ClientCredentials(ClientProperties client, JsonMapper json, Clock clock) {
    this.client = client;
    this.secret = client.source().rotating(clock);
    this.json = json;
    this.clock = clock;
  }

  private record Wanted(URI resource, String scope) {}

  private record Held(String token, Instant until) {

    /// A token in a log would be a key in a log.
    @Override
    public String toString() {
      return "*** until " + until;
    }
  }

  /// One of several who want the same token asks for it; the others wait for that answer.
  private static final class Slot {
    private final ReentrantLock asking = new ReentrantLock();
    private volatile @Nullable Held held;
  }

  @Override
  public String token(URI resource, String scope) {
    Slot slot = slots.computeIfAbsent(new Wanted(resource, scope), wanted -> new Slot());
    Held held = slot.held;
    return held != null && isGood(held) ? held.token() : renewed(slot, resource, scope);
  }

  @Override
  public void refused(URI resource, String scope, String token) {
    Slot slot = slots.get(new Wanted(resource, scope));
    if (slot != null) {
      Held held = slot.held;
      if (held != null && held.token().equals(token)) {
        slot.held = null;
      }
    }
  }

  private boolean isGood(Held held) {
    return clock.instant().isBefore(held.until());
  }

  private String renewed(Slot slot, URI resource, String scope) {
    slot.asking.lock();
    try {
      Held held = slot.held;
      if (held == null || !isGood(held)) {
        held = secret.present(now -> asked(now, resource, scope));
        slot.held = held;
      }
      return held.token();
    } finally {
      slot.asking.unlock();
    }
  }

  private Held asked(Secret secret, URI resource, String scope) {
    String form =
        "grant_type=client_credentials&resource=%s&scope=%s"
            .formatted(encoded(resource.toString()), encoded(scope));
    var request =
        HttpRequest.newBuilder(URI.create(client.tokenUri()))
            .timeout(client.timeout())
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Accept", "application/json")
            .header("Authorization", "Basic " + basic(client.id(), secret))
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build();
    try {
      return held(http.send(request, HttpResponse.BodyHandlers.ofString()), resource);
    } catch (IOException e) {
      throw failed(ErrorType.NETWORK, null, "could not be reached", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failed(ErrorType.NETWORK, null, "was not waited for", e);
    }
  }

  private Held held(HttpResponse<String> response, URI resource) {
    int status = response.statusCode();
    if (status >= 500 || status == 429) {
      throw failed(ErrorType.SERVER_ERROR, status, "could not give a token", null);
    }
    JsonNode answer = tree(response.body());
    String token = answer.path("access_token").asString("");
    if (status != 200 || token.isEmpty()) {
      throw new FailureException(
          Failure.of(
              ErrorType.AUTHENTICATION,
              "TOKEN_REFUSED",
              status,
              "The issuer gives %s no token for %s: %s."
                  .formatted(client.id(), resource, answer.path("error").asString("no reason"))));
    }
    long life = answer.path("expires_in").asLong(USUAL_LIFE.toSeconds());
    // Of a token with a very short life at least half is used.
    long early = Math.min(BEFORE_ITS_END.toSeconds(), life / 2);
    return new Held(token, clock.instant().plusSeconds(life - early));
  }

  private JsonNode tree(String body) {
    try {
      return json.readTree(body);
    } catch (JacksonException unreadable) {
      return json.createObjectNode();
    }
  }

  private FailureException failed(
      ErrorType type, @Nullable Integer status, String what, @Nullable Throwable cause) {
    return new FailureException(
        Failure.of(
            type,
            ServerAway.ISSUER_AWAY,
            status,
            "The issuer of access tokens at %s %s.".formatted(client.tokenUri(), what)),
        null,
        cause);
  }

  private static String basic(String id, Secret secret) {
    String pair = encoded(id) + ":" + encoded(secret.reveal());
    return Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
