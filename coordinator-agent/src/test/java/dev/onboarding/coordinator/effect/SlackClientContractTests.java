package dev.onboarding.coordinator.effect;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.WireMockServer;
import dev.onboarding.edge.EdgeJson;
import dev.onboarding.model.ErrorType;
import dev.onboarding.model.Failure;
import dev.onboarding.model.FailureException;
import dev.onboarding.model.secret.Secret;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SlackClientContractTests {

  private static final String POST = "/chat.postMessage";
  private static final String LIST = "/conversations.list";
  private static final String HISTORY = "/conversations.history";
  private static final EffectKey KEY = EffectKey.ofNoRun("key-1", "corr-1");
  private static final Instant SINCE = Instant.EPOCH.plusSeconds(1_800_000_000L);
  private static final String FOUND =
      """
      {"ok":true,"messages":[{"ts":"7.0","metadata":{"event_type":"onboarding_effect",
        "event_payload":{"key":"key-1"}}}],"response_metadata":{"next_cursor":""}}\
      """;

  private final WireMockServer wire = new WireMockServer(options().dynamicPort());
  private final SlackClient slack;

  SlackClientContractTests() {
    wire.start();
    slack =
        new SlackClient(
            new SlackSettings(
                URI.create(wire.baseUrl()),
                new Secret("xoxb-1"),
                "",
                "#cs",
                "#alerts",
                Duration.ofSeconds(2)),
            EdgeJson.mapper(),
            Clock.systemUTC());
  }

  @AfterEach
  void stop() {
    slack.close();
    wire.stop();
  }

  @Test
  void asksSlackToMakeNothingOfTheText() {
    answers(POST, "{\"ok\":true,\"channel\":\"C0123456\",\"ts\":\"1.0\"}");
    var blocks =
        EdgeJson.mapper()
            .readTree(
                """
                [{"type":"section","text":{"type":"mrkdwn","text":"x"}},
                 {"type":"header","text":{"type":"plain_text","text":"x"}},
                 {"type":"context","elements":[{"type":"mrkdwn","text":"y"}]}]\
                """);

    slack.post(new SlackPost("#cs", "Look at https://evil.example", blocks), KEY);

    var sent =
        EdgeJson.mapper().readTree(wire.getAllServeEvents().getFirst().getRequest().getBody());
    assertThat(sent.path("parse").asString()).isEqualTo("none");
    assertThat(sent.path("unfurl_links").asBoolean(true)).isFalse();
    assertThat(sent.path("unfurl_media").asBoolean(true)).isFalse();
    assertThat(sent.at("/blocks/0/text/verbatim").asBoolean(false)).isTrue();
    assertThat(sent.at("/blocks/1/text").has("verbatim")).isFalse();
    assertThat(sent.at("/blocks/2/elements/0/verbatim").asBoolean(false)).isTrue();
  }

  @Test
  void looksUnderAConfiguredIdWithoutAskingForIt() {
    answers(HISTORY, FOUND);

    assertThat(slack.find("C0123456", "key-1", SINCE)).contains("7.0");

    wire.verify(0, getRequestedFor(urlPathEqualTo(LIST)));
    wire.verify(
        getRequestedFor(urlPathEqualTo(HISTORY))
            .withQueryParam("channel", equalTo("C0123456"))
            .withQueryParam("oldest", equalTo("1799999700"))
            .withQueryParam("include_all_metadata", equalTo("true")));
  }

  @Test
  void findsTheIdOfANameOnSomePageAndKeepsIt() {
    answers(LIST, channels("general", "CGENERAL0", "page-2"));
    wire.stubFor(
        get(urlPathEqualTo(LIST))
            .withQueryParam("cursor", equalTo("page-2"))
            .willReturn(okJson(channels("cs", "CSUCCESS0", ""))));
    answers(HISTORY, FOUND);

    slack.find("#cs", "key-1", SINCE);
    slack.find("#cs", "key-1", SINCE);

    wire.verify(2, getRequestedFor(urlPathEqualTo(LIST)));
    wire.verify(
        2,
        getRequestedFor(urlPathEqualTo(HISTORY)).withQueryParam("channel", equalTo("CSUCCESS0")));
  }

  @Test
  void keepsTheIdThatAPostWasAnsweredWith() {
    answers(POST, "{\"ok\":true,\"channel\":\"CSUCCESS0\",\"ts\":\"1.0\"}");
    answers(HISTORY, FOUND);

    slack.post(new SlackPost("#cs", "x", null), KEY);
    slack.find("#cs", "key-1", SINCE);

    wire.verify(0, getRequestedFor(urlPathEqualTo(LIST)));
  }

  @Test
  void looksAmongPublicChannelsWhenItMayNotSeePrivateOnes() {
    answers(LIST, channels("cs", "CSUCCESS0", ""));
    wire.stubFor(
        get(urlPathEqualTo(LIST))
            .withQueryParam("types", containing("private"))
            .willReturn(okJson("{\"ok\":false,\"error\":\"missing_scope\"}")));
    answers(HISTORY, FOUND);

    assertThat(slack.find("#cs", "key-1", SINCE)).contains("7.0");
  }

  @Test
  void takesNothingForAbsentThatItDidNotReadToTheEnd() {
    answers(
        HISTORY, "{\"ok\":true,\"messages\":[],\"response_metadata\":{\"next_cursor\":\"on\"}}");

    var failure = failure(() -> slack.find("C0123456", "key-1", SINCE));

    assertThat(failure.errorType()).isEqualTo(ErrorType.INDETERMINATE);
    assertThat(failure.errorCode()).isEqualTo("TOO_MANY_PAGES");
    wire.verify(100, getRequestedFor(urlPathEqualTo(HISTORY)));
    wire.verify(1, getRequestedFor(urlPathEqualTo(HISTORY)).withQueryParam("cursor", absent()));
  }

  @Test
  void waitsForTheWholeAnswerNoLongerThanItWasTold() {
    wire.stubFor(
        any(urlPathEqualTo(POST))
            .willReturn(
                aResponse()
                    .withBody("{\"ok\":true,\"channel\":\"C1\",\"ts\":\"1.0\"}")
                    .withChunkedDribbleDelay(10, 5_000)));
    var begin = System.nanoTime();

    var failure = failure(() -> slack.post(new SlackPost("#cs", "x", null), KEY));

    assertThat(failure.errorType()).isEqualTo(ErrorType.INDETERMINATE);
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(4));
  }

  @Test
  void readsNoAnswerWithoutEnd() {
    var endless = "{\"ok\":true,\"ts\":\"1.0\",\"more\":\"" + "x".repeat(5_000_000) + "\"}";
    answers(POST, endless);
    answers(HISTORY, endless);

    assertThat(failure(() -> slack.post(new SlackPost("#cs", "x", null), KEY)).errorType())
        .isEqualTo(ErrorType.INDETERMINATE);
    assertThat(failure(() -> slack.find("C0123456", "key-1", SINCE)).errorType())
        .isEqualTo(ErrorType.NETWORK);
  }

  private void answers(String path, String body) {
    wire.stubFor(any(urlPathEqualTo(path)).willReturn(okJson(body)));
  }

  private static String channels(String name, String id, String cursor) {
    return """
    {"ok":true,"channels":[{"id":"%s","name":"%s"}],"response_metadata":{"next_cursor":"%s"}}\
    """
        .formatted(id, name, cursor);
  }

  private static Failure failure(ThrowingCallable call) {
    return catchThrowableOfType(FailureException.class, call).failure();
  }
}
