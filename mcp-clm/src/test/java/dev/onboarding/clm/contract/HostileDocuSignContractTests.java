package dev.onboarding.clm.contract;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.lessThanOrExactly;
import static com.github.tomakehurst.wiremock.client.WireMock.moreThanOrExactly;
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
import dev.onboarding.clm.TestConnector;
import dev.onboarding.model.ErrorType;
import dev.onboarding.model.Failure;
import dev.onboarding.model.FailureException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What DocuSign must never do to us, done to us.
class HostileDocuSignContractTests {

  private static final String TOKEN = "/oauth/token";
  private static final String ENVELOPES = "/restapi/v2.1/accounts/acct/envelopes";
  private static final String AGREEMENTS = "/v1/accounts/acct/agreements";
  private static final String ACCOUNT = "001A00000012345IAA";
  private static final String ENVELOPE =
      """
      {"envelopes":[{"envelopeId":"e-1","status":"completed","customFields":{"textCustomFields":\
      [{"name":"crmAccountId","value":"%s"}]}%s}],"totalSetSize":"1"}\
      """;

  @RegisterExtension
  private static final WireMockExtension DOCUSIGN =
      WireMockExtension.newInstance().options(wireMockConfig().dynamicPort()).build();

  private TestConnector connector;

  @BeforeEach
  void connect() {
    DOCUSIGN.stubFor(
        post(urlPathEqualTo(TOKEN))
            .willReturn(okJson("{\"access_token\":\"first\",\"expires_in\":3600}")));
    envelopes(okJson(ENVELOPE.formatted(ACCOUNT, "")));
    agreements(okJson("{\"data\":[]}"));
    connector =
        TestConnector.to(
            DOCUSIGN.baseUrl(),
            "docusign.limits.request-timeout",
            "400ms",
            "docusign.limits.largest-answer",
            "100KB");
  }

  @AfterEach
  void disconnect() {
    connector.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ",\"sentDateTime\":\"yesterday\"",
        ",\"recipients\":{\"signers\":\"all\"}",
        ",\"recipients\":{\"signers\":[{\"routingOrder\":\"first\"}]}",
        ",\"status\":{}"
      })
  void failsReadablyOnAnEnvelopeThatCannotBeRead(String part) {
    envelopes(okJson(ENVELOPE.formatted(ACCOUNT, part)));

    assertThat(failure().errorCode()).isEqualTo("UNREADABLE_ANSWER");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<html><body>Scheduled maintenance</body></html>",
        "{\"data\":[{\"source_id\":\"e-1\"",
        "[]",
        "{\"data\":[{\"source_id\":\"e-1\",\"provisions\":{\"effective_date\":\"spring\"}}]}"
      })
  void failsReadablyOnAgreementsThatCannotBeRead(String answer) {
    agreements(okJson(answer));

    Failure failure = failure();

    assertThat(failure.errorType()).isEqualTo(ErrorType.SERVER_ERROR);
    assertThat(failure.errorCode()).isEqualTo("UNREADABLE_ANSWER");
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void failsReadablyWhenTheConnectionBreaks(Fault fault) {
    envelopes(aResponse().withFault(fault));

    assertThat(failure().errorType()).isIn(ErrorType.NETWORK, ErrorType.SERVER_ERROR);
    // Four attempts, each of which the JDK's client may repeat once.
    DOCUSIGN.verify(moreThanOrExactly(4), getRequestedFor(urlPathEqualTo(ENVELOPES)));
    DOCUSIGN.verify(lessThanOrExactly(8), getRequestedFor(urlPathEqualTo(ENVELOPES)));
  }

  @Test
  void doesNotWaitForAnAnswerThatDrips() {
    agreements(okJson("{\"data\":[]}").withChunkedDribbleDelay(10, 4000));

    assertThat(failure().errorCode()).isEqualTo("RESPONSE_TIMEOUT");
  }

  @Test
  void doesNotSwallowAnAnswerThatIsTooLarge() {
    agreements(okJson("{\"data\":[],\"x\":\"%s\"}".formatted("x".repeat(200_000))));

    assertThat(failure().errorCode()).isEqualTo("ANSWER_TOO_LARGE");
  }

  @Test
  void callsThrottlingThrottlingThoughItComesAsABadRequest() {
    envelopes(
        aResponse()
            .withStatus(400)
            .withBody(
                "{\"errorCode\":\"BURST_APIINVOCATION_LIMIT_EXCEEDED\",\"message\":\"Too many.\"}"));

    assertThat(failure().errorType()).isEqualTo(ErrorType.RATE_LIMIT);
    DOCUSIGN.verify(4, getRequestedFor(urlPathEqualTo(ENVELOPES)));
  }

  @Test
  void doesNotWaitForTheNextHour() {
    envelopes(
        aResponse()
            .withStatus(429)
            .withHeader("X-RateLimit-Reset", "99999999999")
            .withBody(
                "{\"errorCode\":\"HOURLY_APIINVOCATION_LIMIT_EXCEEDED\",\"message\":\"Too many.\"}"));

    assertThat(failure().errorType()).isEqualTo(ErrorType.RATE_LIMIT);
    DOCUSIGN.verify(1, getRequestedFor(urlPathEqualTo(ENVELOPES)));
  }

  @Test
  void neverTakesAnUnlicensedRepositoryForAnEmptyOne() {
    agreements(aResponse().withStatus(403).withBody("{\"error\":\"No access\",\"code\":403}"));

    assertThat(failure().errorType()).isEqualTo(ErrorType.AUTHORIZATION);
  }

  @Test
  void asksForNoAgreementsWhereTheyAreSwitchedOff() {
    try (TestConnector without =
        TestConnector.to(DOCUSIGN.baseUrl(), "docusign.agreements", "false")) {
      AccountContracts found =
          without.get(ContractTools.class).contractsOfAccount(ACCOUNT, null, null, "Acme");

      assertThat(found.contracts()).hasSize(1);
    }
    DOCUSIGN.verify(0, getRequestedFor(urlPathEqualTo(AGREEMENTS)));
  }

  @Test
  void renewsARefusedTokenOnceAndReplays() {
    DOCUSIGN.stubFor(
        post(urlPathEqualTo(TOKEN))
            .inScenario("renewal")
            .whenScenarioStateIs("refused")
            .willReturn(okJson("{\"access_token\":\"second\",\"expires_in\":3600}")));
    DOCUSIGN.stubFor(
        get(urlPathEqualTo(ENVELOPES))
            .inScenario("renewal")
            .whenScenarioStateIs(Scenario.STARTED)
            .willReturn(
                aResponse()
                    .withStatus(401)
                    .withBody(
                        "{\"errorCode\":\"AUTHORIZATION_INVALID_TOKEN\",\"message\":\"Expired.\"}"))
            .willSetStateTo("refused"));

    assertThat(read().contracts()).hasSize(1);
    DOCUSIGN.verify(2, postRequestedFor(urlPathEqualTo(TOKEN)));
    DOCUSIGN.verify(2, getRequestedFor(urlPathEqualTo(ENVELOPES)));
  }

  private void envelopes(ResponseDefinitionBuilder answer) {
    DOCUSIGN.stubFor(get(urlPathEqualTo(ENVELOPES)).willReturn(answer));
  }

  private void agreements(ResponseDefinitionBuilder answer) {
    DOCUSIGN.stubFor(get(urlPathEqualTo(AGREEMENTS)).willReturn(answer));
  }

  private AccountContracts read() {
    return connector.get(ContractTools.class).contractsOfAccount(ACCOUNT, null, null, "Acme");
  }

  private Failure failure() {
    return catchThrowableOfType(FailureException.class, this::read).failure();
  }
}
