package dev.onboarding.sandbox;

import static dev.onboarding.sandbox.SharedSandbox.WIRE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.onboarding.sandbox.Wire.Reply;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class SlackContractTests {

  private static final String POST = "/slack/api/chat.postMessage";
  private static final String HISTORY = "/slack/api/conversations.history";

  @Test
  void keepsWhatWasPostedWithItsMetadataAndReadsItBackNewestFirst() throws IOException {
    post("{\"channel\":\"#cs-onboarding\",\"text\":\"one\"}");
    Reply second =
        post(
            "{\"channel\":\"cs-onboarding\",\"text\":\"two\",\"metadata\":{\"event_type\":\"run\",\"event_payload\":{\"key\":\"k1\"}}}");
    String channel = second.json().path("channel").asString();

    JsonNode with = history(channel + "&include_all_metadata=true&limit=2").json();
    JsonNode without = history(channel).json();

    assertThat(second.json().path("ok").asBoolean()).isTrue();
    assertThat(channel).startsWith("C");
    assertThat(with.path("messages").path(0).path("text").asString()).isEqualTo("two");
    assertThat(with.path("messages").path(1).path("text").asString()).isEqualTo("one");
    assertThat(
            with.path("messages")
                .path(0)
                .path("metadata")
                .path("event_payload")
                .path("key")
                .asString())
        .isEqualTo("k1");
    assertThat(without.path("messages").path(0).has("metadata")).isFalse();
  }

  @Test
  void takesAFormWithBlocksAsText() throws IOException {
    Reply reply =
        WIRE.form(
            POST,
            "channel=cs-onboarding-alerts&text=x&blocks="
                + Wire.encoded("[{\"type\":\"divider\"}]"),
            "Authorization",
            "Bearer xoxb-sandbox");

    assertThat(reply.json().path("message").path("blocks").path(0).path("type").asString())
        .isEqualTo("divider");
  }

  @Test
  void deduplicatesNothing() throws IOException {
    String same = "{\"channel\":\"#cs-onboarding-alerts\",\"text\":\"the same\"}";

    String first = post(same).json().path("ts").asString();
    String second = post(same).json().path("ts").asString();

    assertThat(second).isNotEqualTo(first).isGreaterThan(first);
  }

  @Test
  void saysNoWithTwoHundred() throws IOException {
    assertThat(refusal("{\"channel\":\"#nowhere\",\"text\":\"x\"}")).isEqualTo("channel_not_found");
    assertThat(refusal("{\"channel\":\"#cs-onboarding\"}")).isEqualTo("no_text");
    assertThat(refusal("{\"channel\":\"#cs-onboarding\",\"blocks\":[{}]}"))
        .isEqualTo("invalid_blocks");
    assertThat(refusal("{\"channel\":\"#cs-onboarding\",\"text\":\"x\",\"metadata\":{}}"))
        .isEqualTo("invalid_metadata_format");
    assertThat(refusal("no json")).isEqualTo("invalid_json");
    assertThat(history("%23cs-onboarding").json().path("error").asString())
        .isEqualTo("channel_not_found");
    Reply stranger = WIRE.send("POST", POST, "{}", "Authorization", "Bearer xoxb-other");
    assertThat(stranger.status()).isEqualTo(200);
    assertThat(stranger.json().path("error").asString()).isEqualTo("invalid_auth");
    assertThat(WIRE.send("POST", POST, "{}").json().path("error").asString())
        .isEqualTo("not_authed");
  }

  @Test
  void pagesThroughAHistoryByCursor() throws IOException {
    String channel =
        post("{\"channel\":\"#cs-onboarding\",\"text\":\"a\"}").json().path("channel").asString();
    post("{\"channel\":\"#cs-onboarding\",\"text\":\"b\"}");

    JsonNode first = history(channel + "&limit=1").json();
    String cursor = first.path("response_metadata").path("next_cursor").asString();
    JsonNode second = history(channel + "&limit=1&cursor=" + Wire.encoded(cursor)).json();

    assertThat(first.path("has_more").asBoolean()).isTrue();
    assertThat(second.path("messages").path(0)).isNotEqualTo(first.path("messages").path(0));
  }

  private static String refusal(String body) throws IOException {
    Reply reply = post(body);
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.json().path("ok").asBoolean()).isFalse();
    return reply.json().path("error").asString();
  }

  private static Reply history(String channel) throws IOException {
    return WIRE.get(HISTORY + "?channel=" + channel, "Authorization", "Bearer xoxb-sandbox");
  }

  private static Reply post(String body) throws IOException {
    return WIRE.send(
        "POST",
        POST,
        body,
        "Authorization",
        "Bearer xoxb-sandbox",
        "Content-Type",
        "application/json; charset=utf-8");
  }
}
