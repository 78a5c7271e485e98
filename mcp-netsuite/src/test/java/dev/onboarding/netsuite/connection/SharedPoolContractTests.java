package dev.onboarding.netsuite.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import dev.onboarding.connector.quota.QuotaSchema;
import dev.onboarding.connector.quota.SharedQuotas;
import dev.onboarding.model.CallContext;
import dev.onboarding.model.CallerClass;
import dev.onboarding.model.ErrorType;
import dev.onboarding.model.FailureException;
import dev.onboarding.netsuite.TestConnector;
import dev.onboarding.netsuite.suiteql.SuiteQl;
import dev.onboarding.sandbox.Sandbox;
import dev.onboarding.testkit.TestPostgres;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Two nodes of this server and one NetSuite account that lets four calls run at once.
class SharedPoolContractTests {

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private static final DataSource DATABASE = TestPostgres.dataSource();
  private static Sandbox sandbox;
  private static SharedQuotas firstBooks;
  private static SharedQuotas secondBooks;
  private static TestConnector first;
  private static TestConnector second;

  @BeforeAll
  static void start() throws Exception {
    sandbox = Sandbox.start(0, 0, "sandbox.netsuite.concurrency=4");
    QuotaSchema.migrate(DATABASE);
    firstBooks = node("first");
    String key = ask("GET", "/keys/netsuite", "");
    first = connector(key, firstBooks);
    secondBooks = node("second");
    second = connector(key, secondBooks);
  }

  private static SharedQuotas node(String name) {
    return new SharedQuotas(DATABASE, name, Clock.systemUTC(), new SimpleMeterRegistry());
  }

  private static TestConnector connector(String key, SharedQuotas quotas) {
    return TestConnector.to(
        quotas,
        sandbox.baseUrl() + "/netsuite",
        "netsuite.connection.private-key",
        key,
        "netsuite.connection.limits.permits",
        "4",
        "netsuite.connection.limits.permit-wait",
        "60s",
        "netsuite.connection.limits.request-timeout",
        "60s");
  }

  @AfterAll
  static void stop() {
    first.close();
    second.close();
    firstBooks.close();
    secondBooks.close();
    sandbox.close();
  }

  @BeforeEach
  void forget() throws Exception {
    ask("PUT", "/faults/netsuite", "{}");
    ask("DELETE", "/inspect/netsuite", "");
  }

  @Test
  void neverLetNetSuiteSeeAFifthCall() throws Exception {
    ask("PUT", "/faults/netsuite", "{\"latency_ms\": 20}");

    try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Integer>> reads =
          IntStream.range(0, 60)
              .mapToObj(i -> read(i % 2 == 0 ? first : second, i, i % 3 == 0))
              .toList();
      for (var read : callers.invokeAll(reads)) {
        assertThat(read.get()).isEqualTo(1);
      }
    }

    JsonNode seen = counts();
    assertThat(seen.path("api_calls").asInt()).isEqualTo(60);
    assertThat(seen.path("most_at_once").asInt()).isBetween(1, 4);
    assertThat(seen.at("/operations/POST ~1services~1rest~1query~1v1~1suiteql/by_status"))
        .hasToString("{\"200\":60}");
  }

  @Test
  void leaveTheLastCallToPeopleAndSayWhenToComeAgain() throws Exception {
    holdAllCalls();
    try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      var machines =
          IntStream.range(0, 3).mapToObj(i -> callers.submit(read(first, i, false))).toList();
      await().atMost(PATIENCE).until(() -> underWay() == 3);

      FailureException refused =
          catchThrowableOfType(FailureException.class, () -> hurried(second));

      assertThat(refused.failure().errorType()).isEqualTo(ErrorType.RATE_LIMIT);
      assertThat(refused.failure().errorCode()).isEqualTo("NO_FREE_PERMIT");
      assertThat(refused.failure().retryAfter()).isEqualTo(1);
      var person = callers.submit(read(second, 99, true));
      await().atMost(PATIENCE).until(() -> underWay() == 4);
      ask("PUT", "/faults/netsuite", "{}");
      assertThat(person.get()).isEqualTo(1);
      for (var machine : machines) {
        assertThat(machine.get()).isEqualTo(1);
      }
    }
  }

  @Test
  void writeDownEveryCallThatNetSuiteCounted() throws Exception {
    new CallContext("run-7", null, null, null).get(() -> rows(first, 1));

    firstBooks.write();

    assertThat(
            new JdbcTemplate(DATABASE)
                .queryForObject(
                    "select calls from quota.ledger where run = 'run-7' and operation_class = 'read'",
                    Integer.class))
        .isEqualTo(counts().path("api_calls").asInt());
  }

  private static Callable<Integer> read(TestConnector node, int number, boolean person) {
    var context =
        new CallContext(null, null, null, null, person ? CallerClass.PERSON : CallerClass.MACHINE);
    return () -> context.call(() -> rows(node, number));
  }

  /// A machine that waits no longer than a moment.
  private static int hurried(TestConnector node) {
    Instant soon = Clock.systemUTC().instant().plusMillis(300);
    return new CallContext(null, null, null, soon).get(() -> rows(node, 50));
  }

  private static int rows(TestConnector node, int number) {
    String query =
        "SELECT 'q%d' AS id FROM customer WHERE externalid = 'ACME-001'".formatted(number);
    return node.get(SuiteQl.class).rows("read", query).size();
  }

  private static void holdAllCalls() throws Exception {
    ask(
        "PUT",
        "/faults/netsuite",
        "{\"rules\": [{\"kind\": \"hold\", \"path_contains\": \"/query\"}]}");
  }

  private static int underWay() throws Exception {
    return JsonMapper.shared()
        .readTree(ask("GET", "/faults/netsuite/held", ""))
        .path("held")
        .size();
  }

  private static JsonNode counts() throws Exception {
    return JsonMapper.shared().readTree(ask("GET", "/inspect/netsuite/counts", ""));
  }

  private static String ask(String method, String path, String body) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(sandbox.baseUrl() + path))
            .method(method, BodyPublishers.ofString(body))
            .build();
    return HTTP.send(request, BodyHandlers.ofString()).body();
  }
}
