package dev.onboarding.netsuite.invoice;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import dev.onboarding.model.ErrorType;
import dev.onboarding.model.Failure;
import dev.onboarding.model.FailureException;
import dev.onboarding.netsuite.TestConnector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What NetSuite must never do to us, done to us.
class HostileNetSuiteContractTests {

  private static final String TOKEN = "/services/rest/auth/oauth2/v1/token";
  private static final String QUERY = "/services/rest/query/v1/suiteql";
  private static final String ROW =
      "{\"items\":[{\"customer_id\":\"7\",\"customer_key\":\"A\"}],\"hasMore\":false}";

  @RegisterExtension
  private static final WireMockExtension NETSUITE =
      WireMockExtension.newInstance().options(wireMockConfig().dynamicPort()).build();

  private TestConnector connector;

  @BeforeEach
  void connect() {
    NETSUITE.stubFor(
        post(urlPathEqualTo(TOKEN))
            .willReturn(okJson("{\"access_token\":\"first\",\"expires_in\":\"3600\"}")));
    connector =
        TestConnector.to(
            NETSUITE.baseUrl(),
            "netsuite.connection.limits.request-timeout",
            "400ms",
            "netsuite.connection.limits.largest-answer",
            "100KB");
  }

  @AfterEach
  void disconnect() {
    connector.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<html><body>Scheduled maintenance</body></html>",
        "{\"items\":[{\"customer_id\":\"7\"",
        "[]",
        "\"ok\"",
        "{\"items\":[{\"customer_id\":{}}],\"hasMore\":false}",
        "{\"items\":[{\"customer_key\":\"A\"}],\"hasMore\":false}",
        "{\"items\":[{\"customer_id\":\"7\",\"transaction_type\":\"CustInvc\",\"currency\":\"USD\",\"total\":\"lots\"}],\"hasMore\":false}",
        "{\"items\":[{\"customer_id\":\"7\",\"transaction_type\":\"CustInvc\",\"due\":\"31/12/2026\"}],\"hasMore\":false}"
      })
  void failsReadablyOnAnAnswerThatCannotBeRead(String answer) {
    answers(okJson(answer));

    Failure failure = failure();

    assertThat(failure.errorType()).isEqualTo(ErrorType.SERVER_ERROR);
    assertThat(failure.errorCode()).isEqualTo("UNREADABLE_ANSWER");
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void failsReadablyWhenTheConnectionBreaks(Fault fault) {
    answers(aResponse().withFault(fault));

    Failure failure = failure();

    assertThat(failure.errorType()).isIn(ErrorType.NETWORK, ErrorType.SERVER_ERROR);
    NETSUITE.verify(4, postRequestedFor(urlPathEqualTo(QUERY)));
  }

  @Test
  void doesNotWaitForAnAnswerThatDrips() {
    answers(okJson(ROW).withChunkedDribbleDelay(10, 4000));

    assertThat(failure().errorCode()).isEqualTo("RESPONSE_TIMEOUT");
  }

  @Test
  void doesNotSwallowAnAnswerThatIsTooLarge() {
    answers(okJson("{\"items\":[],\"hasMore\":false,\"x\":\"%s\"}".formatted("x".repeat(200_000))));

    assertThat(failure().errorCode()).isEqualTo("ANSWER_TOO_LARGE");
  }

  @Test
  void callsThrottlingThrottling() {
    answers(
        aResponse()
            .withStatus(429)
            .withBody(
                "{\"title\":\"Bad Request\",\"status\":429,\"o:errorDetails\":[{\"detail\":\"Concurrent request limit exceeded. Request blocked.\",\"o:errorCode\":\"CONCURRENCY_LIMIT_EXCEEDED\"}]}"));

    Failure failure = failure();

    assertThat(failure.errorType()).isEqualTo(ErrorType.RATE_LIMIT);
    assertThat(failure.owner()).isEqualTo("Integration Admin");
    NETSUITE.verify(4, postRequestedFor(urlPathEqualTo(QUERY)));
  }

  @Test
  void renewsARefusedTokenOnceAndReplays() {
    NETSUITE.stubFor(
        post(urlPathEqualTo(TOKEN))
            .inScenario("renewal")
            .whenScenarioStateIs("refused")
            .willReturn(okJson("{\"access_token\":\"second\",\"expires_in\":\"3600\"}")));
    NETSUITE.stubFor(
        post(urlPathEqualTo(QUERY))
            .inScenario("renewal")
            .whenScenarioStateIs(Scenario.STARTED)
            .willReturn(aResponse().withStatus(401).withBody(details("INVALID_LOGIN")))
            .willSetStateTo("refused"));
    NETSUITE.stubFor(
        post(urlPathEqualTo(QUERY))
            .withHeader("Authorization", equalTo("Bearer second"))
            .inScenario("renewal")
            .whenScenarioStateIs("refused")
            .willReturn(okJson(ROW)));

    AccountInvoices found = read();

    assertThat(found.customers()).hasSize(1);
    NETSUITE.verify(2, postRequestedFor(urlPathEqualTo(TOKEN)));
    NETSUITE.verify(2, postRequestedFor(urlPathEqualTo(QUERY)));
  }

  @Test
  void countsARefusalAfterOneRenewal() {
    answers(aResponse().withStatus(401).withBody(details("INVALID_LOGIN_ATTEMPT")));
    NETSUITE.stubFor(
        post(urlPathEqualTo(TOKEN))
            .inScenario("tokens")
            .whenScenarioStateIs(Scenario.STARTED)
            .willReturn(okJson("{\"access_token\":\"one\",\"expires_in\":\"3600\"}"))
            .willSetStateTo("renewed"));

    Failure failure = failure();

    assertThat(failure.errorType()).isEqualTo(ErrorType.AUTHENTICATION);
    assertThat(failure.owner()).isEqualTo("IT/DevOps");
    NETSUITE.verify(2, postRequestedFor(urlPathEqualTo(QUERY)));
  }

  @Test
  void saysThatTheCredentialsAreRefused() {
    NETSUITE.stubFor(
        post(urlPathEqualTo(TOKEN))
            .willReturn(aResponse().withStatus(400).withBody("{\"error\":\"invalid_grant\"}")));

    Failure failure = failure();

    assertThat(failure.errorType()).isEqualTo(ErrorType.AUTHENTICATION);
    assertThat(failure.errorCode()).isEqualTo("invalid_grant");
    NETSUITE.verify(0, postRequestedFor(urlPathEqualTo(QUERY)));
  }

  @Test
  void doesNotFollowARedirectWithItsToken() {
    answers(aResponse().withStatus(302).withHeader("Location", NETSUITE.baseUrl() + "/elsewhere"));

    assertThat(failure().httpStatus()).isEqualTo(302);
    NETSUITE.verify(0, postRequestedFor(urlPathEqualTo("/elsewhere")));
  }

  private void answers(ResponseDefinitionBuilder answer) {
    NETSUITE.stubFor(post(urlPathEqualTo(QUERY)).willReturn(answer));
  }

  private AccountInvoices read() {
    return connector.get(InvoiceTools.class).invoicesOfAccount("A", null, null, null);
  }

  private Failure failure() {
    return catchThrowableOfType(FailureException.class, this::read).failure();
  }

  private static String details(String code) {
    return "{\"status\":401,\"o:errorDetails\":[{\"detail\":\"Invalid login attempt.\",\"o:errorCode\":\"%s\"}]}"
        .formatted(code);
  }
}
