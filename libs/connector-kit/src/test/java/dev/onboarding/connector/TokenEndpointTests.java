package dev.onboarding.connector;

import static dev.onboarding.connector.FailureAssertions.assertFails;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.onboarding.model.ErrorType;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class TokenEndpointTests {

  private static final URI ADDRESS = URI.create("https://acme.example/token");
  private static final Instant ASKED = Instant.parse("2030-01-01T00:00:00Z");

  private final List<UpstreamRequest> sent = new ArrayList<>();

  @Test
  void sendsTheGrantAsAFormThatMayBeRepeated() {
    granted("{\"access_token\": \"abc\"}");

    UpstreamRequest request = sent.getFirst();
    assertThat(request.uri()).isEqualTo(ADDRESS);
    assertThat(request.idempotent()).isTrue();
    assertThat(new String(request.body(), UTF_8)).isEqualTo("grant_type=a+b");
  }

  @Test
  void givesATokenThatEndsWhenTheSystemRefusesIt() {
    URI api = URI.create("https://api.acme.example");

    AccessToken token = granted("{\"access_token\": \"abc\"}").untilRefused(api);

    assertThat(token.authorization().reveal()).isEqualTo("Bearer abc");
    assertThat(token.expiresAt()).isNull();
    assertThat(token.apiBase()).isEqualTo(api);
  }

  @ParameterizedTest
  @CsvSource({
    "'1800', 1800",
    "'\"1800\"', 1800",
    "'\"soon\"', 600",
    "null, 600",
    "-1, 600",
    "0, 600",
    "{}, 600",
    "7200, 3600",
    "999999999999, 3600"
  })
  void givesATokenThatEndsWhenItsLifetimeIsOver(String expiresIn, long seconds) {
    AccessToken token =
        granted("{\"access_token\": \"abc\", \"expires_in\": %s}".formatted(expiresIn))
            .from(ASKED, Duration.ofMinutes(10), Duration.ofHours(1));

    assertThat(token.authorization().reveal()).isEqualTo("Bearer abc");
    assertThat(token.expiresAt()).isEqualTo(ASKED.plusSeconds(seconds));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "null",
        "\"abc\"",
        "<html>",
        "{\"access_token\": 7}",
        "{\"access_token\": null}",
        "{\"access_token\": \" \"}"
      })
  void refusesAnAnswerWithoutAToken(String answer) {
    assertFails(() -> granted(answer), ErrorType.SERVER_ERROR, "UNREADABLE_ANSWER");
  }

  @Test
  void neverShowsTheToken() {
    assertThat(granted("{\"access_token\": \"hush\"}").toString()).doesNotContain("hush");
  }

  private TokenGrant granted(String answer) {
    Upstream authority =
        request -> {
          sent.add(request);
          return new UpstreamResponse(200, Map.of(), answer.getBytes(UTF_8));
        };
    return new TokenEndpoint(authority, ADDRESS, new JsonAnswers("Acme", JsonMapper.shared()))
        .exchange(Map.of("grant_type", "a b"));
  }
}
