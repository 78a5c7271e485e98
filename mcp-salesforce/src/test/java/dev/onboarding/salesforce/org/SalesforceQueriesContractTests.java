package dev.onboarding.salesforce.org;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import dev.onboarding.model.CallContext;
import dev.onboarding.model.ErrorType;
import dev.onboarding.model.FailureException;
import dev.onboarding.salesforce.TestConnector;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What Salesforce, or somebody in its place, must never do to us.
class SalesforceQueriesContractTests {

  private static final String NEXT = "/services/data/v66.0/query/01gD0000002HU6KIAW-1";

  @RegisterExtension
  static final WireMockExtension SERVER =
      WireMockExtension.newInstance().options(wireMockConfig().dynamicPort()).build();

  private TestConnector connector;
  private SalesforceQueries queries;

  @BeforeEach
  void connect() {
    token("{\"access_token\": \"t\"}");
    connector = TestConnector.to(SERVER.baseUrl());
    queries = connector.get(SalesforceQueries.class);
  }

  @AfterEach
  void disconnect() {
    connector.close();
  }

  @Test
  void asksWithTheTokenAndTheCorrelationIdOfTheCall() throws Exception {
    query(okJson("{\"done\": true, \"records\": [{\"Id\": \"1\"}]}"));

    List<Row> rows =
        new CallContext(null, "corr-9", null, null)
            .call(() -> queries.all("account", "SELECT Id FROM Account WHERE Name = 'a&b=c'"));

    assertThat(rows).extracting(row -> row.text("Id")).containsExactly("1");
    SERVER.verify(
        getRequestedFor(urlPathEqualTo("/services/data/v66.0/queryAll"))
            .withHeader("Authorization", equalTo("Bearer t"))
            .withHeader("X-Correlation-Id", equalTo("corr-9"))
            .withQueryParam("q", equalTo("SELECT Id FROM Account WHERE Name = 'a&b=c'")));
    SERVER.verify(
        postRequestedFor(urlEqualTo("/services/oauth2/token"))
            .withHeader("X-Correlation-Id", equalTo("corr-9"))
            .withRequestBody(containing("client_id=sandbox-salesforce")));
  }

  @Test
  void readsPagesUntilTheLast() {
    query(
        okJson(
            "{\"done\": false, \"records\": [{\"Id\": \"1\"}], \"nextRecordsUrl\": \"%s\"}"
                .formatted(NEXT)));
    SERVER.stubFor(
        get(urlEqualTo(NEXT))
            .willReturn(okJson("{\"done\": true, \"records\": [{\"Id\": \"2\"}]}")));

    assertThat(queries.all("account", "q")).extracting(r -> r.text("Id")).containsExactly("1", "2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example/services/data/v66.0/query/01g-1",
        "//evil.example/services/data/v66.0/query/01g-1",
        "/services/data/v66.0/query/../../../oauth2/revoke",
        "/services/data/v66.0/sobjects/Account/001",
        "@evil.example/services/data/v66.0/query/01g-1",
        "",
      })
  void followsNoPageToAnotherPlace(String next) {
    query(
        okJson("{\"done\": false, \"records\": [{}], \"nextRecordsUrl\": \"%s\"}".formatted(next)));

    assertFails(() -> queries.all("x", "q"), ErrorType.SERVER_ERROR, "UNREADABLE_ANSWER");
  }

  @Test
  void turnsNoPagesForeverWithoutRows() {
    String empty = "{\"done\": false, \"records\": [], \"nextRecordsUrl\": \"%s\"}".formatted(NEXT);
    query(okJson(empty));
    SERVER.stubFor(get(urlEqualTo(NEXT)).willReturn(okJson(empty)));

    assertFails(() -> queries.all("x", "q"), ErrorType.SERVER_ERROR, "UNREADABLE_ANSWER");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<html>login</html>",
        "{\"done\": true, \"records\": [",
        "{}",
        "[]",
        "null",
        "{\"done\": true}",
        "{\"done\": \"yes\", \"records\": []}",
        "{\"done\": true, \"records\": {}}",
      })
  void takesNoGarbageForAnAnswer(String body) {
    query(okJson(body));

    assertFails(() -> queries.all("x", "q"), ErrorType.SERVER_ERROR, "UNREADABLE_ANSWER");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"compositeResponse\": []}",
        "{\"compositeResponse\": [{\"referenceId\": \"q0\", \"httpStatusCode\": 200}]}",
        "{\"compositeResponse\": [{\"body\": {\"done\": true, \"records\": []},"
            + " \"referenceId\": \"other\", \"httpStatusCode\": 200}]}",
        "{\"somethingElse\": true}",
      })
  void takesNoCompositeWithAMissingPartForAnAnswer(String body) {
    composite(okJson(body));

    assertFails(
        () -> queries.together("x", List.of("q")), ErrorType.SERVER_ERROR, "UNREADABLE_ANSWER");
  }

  @Test
  void findsThePartsOfACompositeByNameInAnyOrder() {
    composite(
        okJson(
            """
            {"compositeResponse": [
              {"referenceId": "q1", "httpStatusCode": 200,
               "body": {"done": true, "records": [{"Id": "second"}]}},
              {"referenceId": "q0", "httpStatusCode": 200,
               "body": {"done": true, "records": [{"Id": "first"}]}}]}\
            """));

    assertThat(queries.together("x", List.of("a", "b")))
        .extracting(rows -> rows.getFirst().text("Id"))
        .containsExactly("first", "second");
  }

  @Test
  void triesACompositeAgainWhosePartFailedForNow() {
    String locked =
        """
        {"compositeResponse": [{"referenceId": "q0", "httpStatusCode": 400,
          "body": [{"errorCode": "UNABLE_TO_LOCK_ROW", "message": "locked"}]}]}\
        """;
    composite(okJson(locked));

    assertFails(
        () -> queries.together("x", List.of("q")), ErrorType.SERVER_ERROR, "UNABLE_TO_LOCK_ROW");

    SERVER.verify(4, postRequestedFor(urlEqualTo("/services/data/v66.0/composite")));
  }

  @Test
  void triesNoCompositeAgainWhosePartWasRefused() {
    composite(
        okJson(
            """
            {"compositeResponse": [{"referenceId": "q0", "httpStatusCode": 400,
              "body": [{"errorCode": "INVALID_FIELD", "message": "No such column"}]}]}\
            """));

    assertFails(() -> queries.together("x", List.of("q")), ErrorType.VALIDATION, "INVALID_FIELD");

    SERVER.verify(1, postRequestedFor(urlEqualTo("/services/data/v66.0/composite")));
  }

  @Test
  void asksOnceWhenTheDailyAllocationIsUsedUp() {
    query(
        aResponse()
            .withStatus(403)
            .withBody(
                "[{\"message\":\"TotalRequests Limit exceeded.\","
                    + "\"errorCode\":\"REQUEST_LIMIT_EXCEEDED\"}]"));

    assertFails(() -> queries.all("x", "q"), ErrorType.RATE_LIMIT, "REQUEST_LIMIT_EXCEEDED");

    SERVER.verify(1, getRequestedFor(urlPathEqualTo("/services/data/v66.0/queryAll")));
  }

  @Test
  void callsACutConnectionANetworkFailure() {
    query(aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE));

    assertFails(() -> queries.all("x", "q"), ErrorType.NETWORK, "CONNECTION_LOST");
  }

  @Test
  void renewsTheSessionOnceAndReplays() {
    SERVER.stubFor(
        get(urlPathEqualTo("/services/data/v66.0/query"))
            .inScenario("session")
            .whenScenarioStateIs(Scenario.STARTED)
            .willReturn(
                aResponse()
                    .withStatus(401)
                    .withBody("[{\"message\":\"expired\",\"errorCode\":\"INVALID_SESSION_ID\"}]"))
            .willSetStateTo("renewed"));
    SERVER.stubFor(
        get(urlPathEqualTo("/services/data/v66.0/query"))
            .inScenario("session")
            .whenScenarioStateIs("renewed")
            .willReturn(okJson("{\"done\": true, \"records\": []}")));
    SERVER.stubFor(
        post("/services/oauth2/token")
            .inScenario("session")
            .whenScenarioStateIs("renewed")
            .willReturn(okJson("{\"access_token\": \"t2\"}")));

    assertThat(queries.live("x", "q")).isEmpty();

    SERVER.verify(
        1,
        getRequestedFor(urlPathEqualTo("/services/data/v66.0/query"))
            .withHeader("Authorization", equalTo("Bearer t2")));
  }

  @Test
  void reportsRefusedCredentials() {
    SERVER.stubFor(
        post("/services/oauth2/token")
            .willReturn(
                aResponse()
                    .withStatus(400)
                    .withBody(
                        "{\"error\":\"invalid_client\",\"error_description\":\"bad secret\"}")));

    assertFails(() -> queries.all("x", "q"), ErrorType.AUTHENTICATION, "invalid_client");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"access_token\": \"\"}", "{\"access_token\": 7"})
  void takesNoTokenFromAnAnswerThatHoldsNone(String answer) {
    token(answer);

    assertFails(() -> queries.all("x", "q"), ErrorType.SERVER_ERROR, "UNREADABLE_ANSWER");
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://evil.example", "http://[", "ftp://x"})
  void sendsNoTokenToAForeignInstance(String instance) {
    token("{\"access_token\": \"t\", \"instance_url\": \"%s\"}".formatted(instance));

    assertFails(() -> queries.all("x", "q"), ErrorType.AUTHENTICATION, "FOREIGN_INSTANCE");
  }

  @Test
  void callsTheInstanceThatTheTokenNames() {
    token(
        "{\"access_token\": \"t\", \"instance_url\": \"%s/instance\"}".formatted(SERVER.baseUrl()));
    SERVER.stubFor(
        get(urlPathEqualTo("/instance/services/data/v66.0/queryAll"))
            .willReturn(okJson("{\"done\": true, \"records\": [{}]}")));

    assertThat(queries.all("x", "q")).hasSize(1);
  }

  @Test
  void bundlesNoMoreThanFiveQueries() {
    assertThat(catchThrowable(() -> queries.together("x", List.of("1", "2", "3", "4", "5", "6"))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(SERVER.findAll(getRequestedFor(anyUrl()))).isEmpty();
  }

  private static void token(String answer) {
    SERVER.stubFor(post("/services/oauth2/token").willReturn(okJson(answer)));
  }

  private static void query(ResponseDefinitionBuilder answer) {
    SERVER.stubFor(any(urlPathEqualTo("/services/data/v66.0/queryAll")).willReturn(answer));
  }

  private static void composite(ResponseDefinitionBuilder answer) {
    SERVER.stubFor(post("/services/data/v66.0/composite").willReturn(answer));
  }

  private static void assertFails(ThrowingCallable call, ErrorType type, String code) {
    FailureException failed = catchThrowableOfType(FailureException.class, call);
    assertThat(failed).as("expected %s %s", type, code).isNotNull();
    assertThat(failed.failure().errorType()).isEqualTo(type);
    assertThat(failed.failure().errorCode()).isEqualTo(code);
  }
}
