package dev.onboarding.coordinator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import dev.onboarding.agentkit.ToolServers;
import dev.onboarding.edge.EdgeJson;
import dev.onboarding.testkit.TestIssuer;
import dev.onboarding.testkit.TestPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSender;
import tools.jackson.databind.JsonNode;

/// The coordinator as it starts in production, on a real database, with everything outside played.
/// Started once; tests keep apart by using accounts of their own.
public final class RunningCoordinator {

  /// With what an environment variable would be split at.
  public static final String SECRET = "webhook-secret,of-the-tests,with-commas";

  public static final String PREVIOUS_SECRET = "the-secret-of-the-tests,as-it-was-before";

  public static final String CONNECT_KEY = "the-connect-key-of-the-tests-0123456789=";

  /// Who is logged in, unless a test says otherwise.
  public static final String PERSON = "Petra Person";

  private static final String AUDIENCE = "https://coordinator.test/mcp";
  private static final String EVERYTHING =
      "coordinator-agent.read coordinator-agent.write coordinator-agent.approve";
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Set<String> RESTING =
      Set.of(
          "WAITING_APPROVAL",
          "WAITING_FACT",
          "COMPLETED",
          "REJECTED",
          "EXPIRED",
          "CANCELLED",
          "PARKED");

  private static final class Started {
    private static final RunningCoordinator ONE = new RunningCoordinator();
  }

  public final Clock clock = Clock.systemUTC();
  public final FakeToolServers servers = new FakeToolServers(clock);
  public final PlayedAccounts accounts = new PlayedAccounts(clock);
  public final PlayedProvisioning provisioning = new PlayedProvisioning();
  public final FakeSlack slack = new FakeSlack(100);
  public final FakeMail mail = new FakeMail();
  public final Interruptions interruptions = new Interruptions();
  public final FakeSandbox sandbox = new FakeSandbox();
  public final TestIssuer issuer = new TestIssuer();
  public final Path reports;
  public final ECKey signingKey;
  private final Path keyFile;
  private final String database = TestPostgres.newDatabase();
  private final GenericApplicationContext context;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  public static RunningCoordinator shared() {
    return Started.ONE;
  }

  private RunningCoordinator() {
    playAgain();
    try {
      reports = Files.createTempDirectory("reports");
      signingKey = new ECKeyGenerator(Curve.P_256).generate();
      var keyFile = Files.createTempFile("signing", ".jwk");
      Files.writeString(keyFile, signingKey.toJSONString());
      this.keyFile = keyFile;
      context = started();
    } catch (IOException unusable) {
      throw new UncheckedIOException(unusable);
    } catch (JOSEException defect) {
      throw new IllegalStateException(defect);
    }
  }

  private GenericApplicationContext started() {
    var settings = new ArrayList<String>();
    settings.add("server.port=0");
    settings.add("spring.datasource.url=" + database);
    settings.add("mcp.tokens.issuer=" + issuer.url());
    settings.add("mcp.tokens.jwk-set-uri=" + issuer.keys());
    settings.add("mcp.tokens.audience=" + AUDIENCE);
    settings.add("onboarding.slack.base-url=" + slack.baseUrl());
    settings.add("onboarding.slack.token=xoxb-test-token");
    settings.add("onboarding.decision.signing-key-file=" + keyFile);
    settings.add("onboarding.reports.directory=" + reports);
    settings.add("ONBOARDING_WEBHOOK_SECRET=" + SECRET);
    settings.add("ONBOARDING_WEBHOOK_SECRET_PREVIOUS=" + PREVIOUS_SECRET);
    settings.add("onboarding.intake.sources.salesforce.tolerance=5m");
    settings.add("onboarding.intake.sources.patient.secret=" + SECRET);
    settings.add("onboarding.intake.sources.patient.tolerance=25h");
    settings.add("onboarding.engine.mode=act");
    settings.add("onboarding.engine.retry-delay=20ms");
    settings.add("onboarding.waiting.server-patience=0s");
    settings.add("onboarding.waiting.upstream-delay=1h");
    settings.add("onboarding.waiting.max-upstream-delay=1h");
    settings.add("onboarding.engine.poll-interval=100ms");
    settings.add("onboarding.company.tenant-poll=50ms");
    settings.add("onboarding.demo.sandbox-url=" + sandbox.url());
    settings.add("onboarding.reminders.cron=-");
    settings.add("onboarding.intake-limits.store-patience=8s");
    settings.add("onboarding.intake.sources.hasty.secret=" + SECRET);
    settings.add("onboarding.intake-limits.sources.hasty.per-second=1");
    settings.add("onboarding.intake-limits.sources.hasty.burst=3");
    settings.add("DOCUSIGN_CONNECT_KEY=" + CONNECT_KEY);
    settings.add("onboarding.batch.retry-delay=20ms");
    settings.add("onboarding.batch.tries=3");
    settings.add("onboarding.batch.chunk-size=4");
    settings.add("onboarding.slack-pace.rate=0");
    settings.add("onboarding.slack-pace.visible-after=0s");
    return (GenericApplicationContext)
        CoordinatorApplication.builder()
            .initializers(starting -> {
              var beans = (GenericApplicationContext) starting;
              beans.getBeanFactory().addBeanPostProcessor(interruptions);
              beans.registerBean(
                  "playedServers", ToolServers.class, () -> servers, it -> it.setPrimary(true));
              beans.registerBean(
                  "playedMail", JavaMailSender.class, () -> mail, it -> it.setPrimary(true));
            })
            .run(settings.stream().map(setting -> "--" + setting).toArray(String[]::new));
  }

  /// Another node on the same database, which sees the same world; the caller closes it.
  public GenericApplicationContext anotherNode() {
    return started();
  }

  /// Everybody outside plays their usual part.
  public final void playAgain() {
    accounts.play(servers);
    provisioning.play(servers);
  }

  public <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  public JdbcClient jdbc() {
    return bean(JdbcClient.class);
  }

  public URI uri(String path) {
    var port = ((ServletWebServerApplicationContext) context).getWebServer().getPort();
    return URI.create("http://127.0.0.1:" + port + path);
  }

  /// As somebody who has logged in, unless the request says who sends it.
  public HttpResponse<String> send(HttpRequest request) {
    return send(request, HttpResponse.BodyHandlers.ofString());
  }

  public <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
    try {
      return http.send(withToken(request), handler);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  private HttpRequest withToken(HttpRequest request) {
    String path = request.uri().getPath();
    boolean isAsked = path.startsWith("/api/") || path.equals("/mcp");
    return isAsked && request.headers().firstValue("Authorization").isEmpty()
        ? HttpRequest.newBuilder(request, (name, value) -> true)
            .header("Authorization", "Bearer " + person(EVERYTHING))
            .build()
        : request;
  }

  /// A token of somebody who has logged in.
  public String person(String scope) {
    return issuer.person(AUDIENCE, PERSON, "a-console", scope);
  }

  /// A token of an application on its own behalf.
  public String machine(String scope) {
    return issuer.machine(AUDIENCE, "a-machine", scope);
  }

  public HttpResponse<String> get(String path) {
    return send(HttpRequest.newBuilder(uri(path)).GET().build());
  }

  public HttpResponse<String> post(String path, String body) {
    return post(path, body, Map.of("Content-Type", "application/json"));
  }

  public HttpResponse<String> post(String path, String body, Map<String, String> headers) {
    var request = HttpRequest.newBuilder(uri(path)).POST(HttpRequest.BodyPublishers.ofString(body));
    headers.forEach(request::header);
    return send(request.build());
  }

  /// A signed webhook as the CRM sends it.
  public HttpResponse<String> webhook(String body) {
    return post(
        "/webhook/onboarding",
        body,
        Map.of(
            "Content-Type",
            "application/json",
            "X-Onboarding-Signature",
            "sha256=" + hmac(body, SECRET)));
  }

  public String event(String account, String event) {
    return event(account, event, clock.instant());
  }

  public String event(String account, String event, Instant sent) {
    return json(
        Map.of(
            "source",
            "salesforce",
            "event_id",
            event,
            "account_id",
            account,
            "timestamp",
            sent.toString()));
  }

  public static String json(Object value) {
    return EdgeJson.mapper().writeValueAsString(value);
  }

  public static JsonNode tree(HttpResponse<String> response) {
    return EdgeJson.mapper().readTree(response.body());
  }

  /// Triggers the account under the event's id and waits until the run rests.
  public JsonNode rested(String account, String event) {
    var accepted = webhook(event(account, event));
    assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(202);
    return resting(tree(accepted).path("run_id").asString());
  }

  public JsonNode resting(String run) {
    return until(run, RunningCoordinator::rests);
  }

  /// Also while it waits for the systems that failed, after that was told.
  private static boolean rests(JsonNode run) {
    var state = run.path("state").asString();
    return RESTING.contains(state)
        || (state.equals("WAITING_UPSTREAM")
            && run.at("/decision/verdict").asString("").equals("BLOCK"));
  }

  public JsonNode until(String run, Predicate<JsonNode> reached) {
    var end = clock.instant().plus(PATIENCE);
    var now = tree(get("/api/runs/" + run));
    while (!reached.test(now)) {
      assertThat(clock.instant()).as(now.toPrettyString()).isBefore(end);
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
      now = tree(get("/api/runs/" + run));
    }
    return now;
  }

  public static List<String> texts(JsonNode array, String field) {
    return array.valueStream().map(each -> each.path(field).asString("")).toList();
  }

  public static String hmac(String body, String secret) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(body.getBytes(UTF_8)));
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException(missing);
    }
  }
}
