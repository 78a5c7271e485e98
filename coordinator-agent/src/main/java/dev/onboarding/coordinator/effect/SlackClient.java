package dev.onboarding.coordinator.effect;

import dev.onboarding.model.FailureException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Posts a message with its key as metadata, and finds it again by that key.
public final class SlackClient implements AutoCloseable {

  private static final String EVENT = "onboarding_effect";
  private static final Pattern CHANNEL_ID = Pattern.compile("[CG][A-Z0-9]{6,}");
  private static final String PAGE = "100";
  private static final int MOST_PAGES = 100;
  private static final String PUBLIC = "public_channel";

  /// Slack's clock and ours may differ by so much.
  private static final Duration SKEW = Duration.ofMinutes(5);

  private final SlackApi api;
  private final JsonMapper json;
  private final Map<String, String> channelIds = new ConcurrentHashMap<>();

  public SlackClient(SlackSettings settings, JsonMapper json, Clock clock) {
    this.api = new SlackApi(settings, json, clock);
    this.json = json;
  }

  /// @return the message's timestamp, which is its id in the channel
  String post(SlackPost post, EffectKey key) {
    var body = json.createObjectNode();
    body.put("channel", post.channel());
    body.put("text", post.text());
    // What others wrote stays text: no link, no preview, no mention that we did not make.
    body.put("parse", "none").put("unfurl_links", false).put("unfurl_media", false);
    if (post.blocks() != null) {
      var blocks = post.blocks().deepCopy();
      verbatim(blocks);
      body.set("blocks", blocks);
    }
    body.putObject("metadata")
        .put("event_type", EVENT)
        .putObject("event_payload")
        .put("key", key.value())
        .put("correlation_id", key.correlation());
    var answer = api.write("chat.postMessage", body, key.correlation());
    var id = answer.path("channel").asString("");
    if (!id.isEmpty()) {
      channelIds.put(post.channel(), id);
    }
    return answer.path("ts").asString("");
  }

  private static void verbatim(JsonNode node) {
    if (node instanceof ObjectNode object && "mrkdwn".equals(object.path("type").asString(""))) {
      object.put("verbatim", true);
    }
    node.forEach(SlackClient::verbatim);
  }

  /// The message that was posted under the key.
  ///
  /// @param since when the key was used first; older messages are not looked at
  Optional<String> find(String channel, String key, Instant since) {
    var query =
        Map.of(
            "channel",
            channelId(channel),
            "include_all_metadata",
            "true",
            "limit",
            PAGE,
            "oldest",
            String.valueOf(since.minus(SKEW).getEpochSecond()));
    return first("conversations.history", query, "messages", carries(key))
        .map(message -> message.path("ts").asString(""));
  }

  private static Predicate<JsonNode> carries(String key) {
    return message ->
        EVENT.equals(message.at("/metadata/event_type").asString(""))
            && key.equals(message.at("/metadata/event_payload/key").asString(""));
  }

  /// A channel's history is asked for by id, while a message may be posted by name.
  private String channelId(String channel) {
    if (CHANNEL_ID.matcher(channel).matches()) {
      return channel;
    }
    var known = channelIds.get(channel);
    return known != null ? known : listedId(channel);
  }

  private String listedId(String channel) {
    var id = listedId(channel, PUBLIC + ",private_channel");
    channelIds.put(channel, id);
    return id;
  }

  /// An app that may not see private channels is refused the whole list; the public ones remain.
  private String listedId(String channel, String types) {
    var name = channel.replaceFirst("^#", "");
    var query = Map.of("limit", PAGE, "types", types, "exclude_archived", "true");
    try {
      return first(
              "conversations.list",
              query,
              "channels",
              each -> name.equals(each.path("name").asString("")))
          .map(each -> each.path("id").asString(""))
          .orElseThrow(() -> SlackFailures.refused("channel_not_found"));
    } catch (FailureException refused) {
      if ("MISSING_SCOPE".equals(refused.failure().errorCode()) && !types.equals(PUBLIC)) {
        return listedId(channel, PUBLIC);
      }
      throw refused;
    }
  }

  /// @throws FailureException when there is more than we are ready to read, so that nobody takes
  ///   what was not found for absent
  private Optional<JsonNode> first(
      String method, Map<String, String> query, String field, Predicate<JsonNode> wanted) {
    var asked = new HashMap<>(query);
    for (int page = 0; page < MOST_PAGES; page++) {
      var answer = api.read(method, asked);
      var found = answer.path(field).valueStream().filter(wanted).findFirst();
      var cursor = answer.at("/response_metadata/next_cursor").asString("");
      if (found.isPresent() || cursor.isEmpty()) {
        return found;
      }
      asked.put("cursor", cursor);
    }
    throw SlackFailures.tooLong(method);
  }

  @Override
  public void close() {
    api.close();
  }
}
