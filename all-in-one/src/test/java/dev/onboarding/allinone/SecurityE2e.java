package dev.onboarding.allinone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.onboarding.allinone.identity.IdentitySettings.Person;
import dev.onboarding.allinone.identity.PersonLogin;
import dev.onboarding.allinone.system.LocalAccess;
import dev.onboarding.allinone.system.Module;
import dev.onboarding.allinone.system.SharedSystem;
import dev.onboarding.edge.EdgeJson;
import dev.onboarding.model.secret.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/// Who is let into the whole system, with the tokens of its own authorization server.
@ExtendWith(SharedSystem.class)
class SecurityE2e {

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
  private static final String LIST =
      "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\",\"params\":{}}";

  private static SharedSystem.Started shared;
  private static LocalAccess access;

  @BeforeAll
  static void use(SharedSystem.Started started) {
    shared = started;
    access = started.system().access();
  }

  @AfterAll
  static void stop() {
    HTTP.close();
  }

  @ParameterizedTest
  @EnumSource(Module.class)
  void letsNobodyIntoAnyServerWithoutATokenForIt(Module server) {
    URI endpoint = endpoint(server);
    Module other = server == Module.MCP_CLM ? Module.MCP_NETSUITE : Module.MCP_CLM;

    var nobody = post(endpoint, LIST, Map.of());
    var foreign = post(endpoint, LIST, bearer(access.token(other, other + ".read")));
    var known = post(endpoint, LIST, bearer(access.token(server, server + ".read")));

    assertThat(nobody.statusCode()).isEqualTo(401);
    assertThat(foreign.statusCode()).isEqualTo(401);
    assertThat(known.statusCode()).as(known.body()).isEqualTo(200);
    JsonNode metadata =
        json(
            send(
                HttpRequest.newBuilder(
                    endpoint.resolve("/.well-known/oauth-protected-resource/mcp"))));
    assertThat(metadata.path("resource").asString()).isEqualTo(endpoint.toString());
    assertThat(nobody.headers().firstValue("WWW-Authenticate").orElse(""))
        .contains("resource_metadata=\"" + endpoint.resolve("/.well-known/"));
  }

  @Test
  void letsOnlyAPersonAnswerAnEscalation() {
    var waiting = shared.journey().onboard(shared.journey().copyOf("GAMMA-003"));
    URI approval = shared.system().coordinator().resolve("/api/runs/" + waiting.id() + "/approval");
    String body =
        EdgeJson.mapper()
            .writeValueAsString(
                Map.of(
                    "decision", "APPROVE",
                    "reason", "Because",
                    "findings_digest", waiting.findingsDigest()));

    var machine = post(approval, body, bearer(access.token()));
    var assistant = post(approval, body, bearer(assistantToken(Module.COORDINATOR_AGENT)));
    var nobody = post(approval, body, Map.of());

    assertThat(machine.statusCode()).as(machine.body()).isEqualTo(403);
    assertThat(assistant.statusCode()).as(assistant.body()).isEqualTo(403);
    assertThat(nobody.statusCode()).isEqualTo(401);
    assertThat(shared.journey().coordinator().run(waiting.id()).state())
        .isEqualTo("WAITING_APPROVAL");
  }

  @Test
  void givesAMachineNoScopeOfAPerson() {
    assertThat(scopes(access.token(Module.COORDINATOR_AGENT, "coordinator-agent.approve")))
        .isEmpty();
    assertThat(scopes(access.token(Module.MCP_CLM, "mcp-clm.read mcp-netsuite.read")))
        .containsExactly("mcp-clm.read");
  }

  @Test
  void letsAnAssistantInByABrowserLoginOnAnyPort() {
    String token = assistantToken(Module.COORDINATOR_AGENT);

    var listed = post(endpoint(Module.COORDINATOR_AGENT), LIST, bearer(token));

    assertThat(json(listed).at("/result/tools").findValuesAsString("name"))
        .contains("onboarding_start", "onboarding_get_run");
    assertThat(claims(token).path("sub").asString()).isEqualTo(shared.data().personName());
    assertThat(claims(token).path("client_id").asString()).isEqualTo("onboarding-assistant");
  }

  @Test
  void sendsABrowserThatFollowsALinkToTheLoginAndBackToTheReport() {
    var run = shared.journey().onboard(shared.journey().copyOf("BETA-002"));
    try (var browser =
        HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NORMAL)
            .cookieHandler(new CookieManager())
            .build()) {
      URI link = shared.journey().coordinator().reportAddress(run.id());

      var login = send(browser, HttpRequest.newBuilder(link).header("Accept", "text/html"));
      Matcher csrf = CSRF.matcher(login.body());
      assertThat(csrf.find()).as(login.body()).isTrue();
      String form =
          "username=%s&password=%s&_csrf=%s"
              .formatted(shared.data().personName(), password().reveal(), csrf.group(1));
      var report =
          send(
              browser,
              HttpRequest.newBuilder(identity("/login"))
                  .header("Accept", "text/html")
                  .header("Content-Type", "application/x-www-form-urlencoded")
                  .POST(BodyPublishers.ofString(form)));

      assertThat(report.statusCode()).as(report.body()).isEqualTo(200);
      assertThat(report.uri()).isEqualTo(link);
      assertThat(report.body()).contains(run.id());
    }
  }

  @Test
  void letsNobodyInWithAnotherPassword() {
    var login = new PersonLogin(shared.ports().identity(), "onboarding-assistant", null, REDIRECT);
    var stranger = new Person(shared.data().personName(), new Secret("guessed"));

    assertThatThrownBy(() ->
            login.token(stranger, endpoint(Module.COORDINATOR_AGENT), "coordinator-agent.read"))
        .hasMessageContaining("password")
        .hasMessageNotContaining("guessed");
  }

  @Test
  void registersAnAssistantThatInsistsAndGivesItNothingElse() {
    JsonNode metadata =
        json(send(HttpRequest.newBuilder(identity("/.well-known/oauth-authorization-server"))));
    var asked = new HashMap<String, Object>();
    asked.put("client_name", "A new assistant");
    asked.put("redirect_uris", List.of("http://localhost:43211/callback"));
    asked.put("grant_types", List.of("authorization_code", "client_credentials"));
    asked.put("token_endpoint_auth_method", "none");
    URI register = URI.create(metadata.path("registration_endpoint").asString());

    var registered = post(register, EdgeJson.mapper().writeValueAsString(asked), Map.of());
    asked.put("redirect_uris", List.of("http://evil.example/callback"));
    var evil = post(register, EdgeJson.mapper().writeValueAsString(asked), Map.of());
    asked.put("redirect_uris", List.of("http://localhost:43211/callback"));
    asked.put("scope", "coordinator-agent.approve");
    var greedy = post(register, EdgeJson.mapper().writeValueAsString(asked), Map.of());

    assertThat(registered.statusCode()).as(registered.body()).isEqualTo(201);
    assertThat(json(registered).path("client_id").asString()).isNotBlank();
    assertThat(json(registered).path("grant_types").toString())
        .isEqualTo("[\"authorization_code\"]");
    assertThat(json(registered).has("client_secret")).isFalse();
    assertThat(json(registered).path("scope").asString()).doesNotContain("approve");
    assertThat(evil.statusCode()).isEqualTo(400);
    assertThat(greedy.statusCode()).isEqualTo(400);
    assertThat(metadata.path("code_challenge_methods_supported").toString()).contains("S256");
    assertThat(metadata.path("token_endpoint_auth_methods_supported").toString())
        .contains("\"none\"");
  }

  private static final String REDIRECT = "http://localhost:43117/callback";

  private static String assistantToken(Module server) {
    var login = new PersonLogin(shared.ports().identity(), "onboarding-assistant", null, REDIRECT);
    return login.token(
        new Person(shared.data().personName(), password()),
        endpoint(server),
        server + ".read " + server + ".write");
  }

  private static Secret password() {
    try {
      return new Secret(Files.readString(shared.data().personPassword()).strip());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> scopes(String token) {
    String scope = claims(token).path("scope").asString("");
    return scope.isEmpty() ? List.of() : List.of(scope.split(" "));
  }

  private static JsonNode claims(String token) {
    return EdgeJson.mapper()
        .readTree(java.util.Base64.getUrlDecoder().decode(token.split("\\.")[1]));
  }

  private static URI endpoint(Module server) {
    return URI.create("http://127.0.0.1:%d/mcp".formatted(shared.ports().of(server)));
  }

  private static URI identity(String path) {
    return URI.create("http://127.0.0.1:%d%s".formatted(shared.ports().identity(), path));
  }

  private static Map<String, String> bearer(String token) {
    return Map.of("Authorization", "Bearer " + token);
  }

  private static HttpResponse<String> post(URI address, String body, Map<String, String> headers) {
    var request =
        HttpRequest.newBuilder(address)
            .timeout(Duration.ofSeconds(60))
            .header("Content-Type", "application/json")
            .header("Accept", "application/json, text/event-stream")
            .POST(BodyPublishers.ofString(body));
    headers.forEach(request::setHeader);
    return send(request);
  }

  private static JsonNode json(HttpResponse<String> answer) {
    return EdgeJson.mapper().readTree(answer.body());
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) {
    return send(HTTP, request);
  }

  private static HttpResponse<String> send(HttpClient client, HttpRequest.Builder request) {
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
