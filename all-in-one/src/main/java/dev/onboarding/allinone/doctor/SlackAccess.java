package dev.onboarding.allinone.doctor;

import dev.onboarding.edge.EdgeJson;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Whether Slack knows the token, asked by `auth.test`, which posts nothing.
public final class SlackAccess {

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private SlackAccess() {}

  /// @param base address of the Web API, for example `https://slack.com/api`
  public static Checkup of(URI base, String token) {
    var request =
        HttpRequest.newBuilder(URI.create(base + "/auth.test"))
            .timeout(PATIENCE)
            .header("Authorization", "Bearer " + token)
            .POST(HttpRequest.BodyPublishers.noBody())
            .build();
    try (HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
      String body = http.send(request, HttpResponse.BodyHandlers.ofString()).body();
      JsonNode answer = EdgeJson.mapper().readTree(body);
      return answer.path("ok").asBoolean(false)
          ? Checkup.fine("slack", "knows the token, as " + answer.path("user").asString("?"))
          : Checkup.ill(
              "slack",
              "refuses the token: " + answer.path("error").asString("?"),
              "Correct SLACK_TOKEN.");
    } catch (IOException | JacksonException e) {
      return Checkup.ill(
          "slack",
          "does not answer at " + base,
          "Check that it can be reached from here, or correct SLACK_BASE_URL.");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Checkup.ill("slack", "was not waited for", "Ask again.");
    }
  }
}
