package dev.onboarding.salesforce;

import dev.onboarding.sandbox.Sandbox;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One sandbox for all tests of this module; small pages, so that paging is always tried.
public final class TestSandbox {

  private static final Sandbox SANDBOX =
      Sandbox.start(0, 0, "sandbox.salesforce.most-rows-per-page=2");
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private TestSandbox() {}

  public static String salesforce() {
    return SANDBOX.baseUrl() + "/salesforce";
  }

  /// Forgets the calls so far and every fault.
  public static void reset() {
    ask("DELETE", "/inspect/salesforce", "");
    faults();
  }

  public static JsonNode seen() {
    return JsonMapper.shared().readTree(ask("GET", "/inspect/salesforce", ""));
  }

  public static int apiCalls() {
    return seen().path("api_calls").asInt(-1);
  }

  /// @param rules in the sandbox's own JSON
  public static void faults(String... rules) {
    ask(
        "PUT",
        "/faults/salesforce",
        "{\"limit\": 100000, \"rules\": [%s]}".formatted(String.join(",", rules)));
  }

  public static void tell(String key, String story) {
    ask("PUT", "/accounts/" + key, story);
  }

  private static String ask(String method, String path, String body) {
    try {
      var request =
          HttpRequest.newBuilder(URI.create(SANDBOX.baseUrl() + path))
              .header("Content-Type", "application/json")
              .method(method, BodyPublishers.ofString(body))
              .build();
      var response = HTTP.send(request, BodyHandlers.ofString());
      if (response.statusCode() >= 300) {
        throw new IllegalStateException(response.statusCode() + " " + response.body());
      }
      return response.body();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
