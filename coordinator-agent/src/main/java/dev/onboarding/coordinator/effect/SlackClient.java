package dev.onboarding.coordinator.effect;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Posts a message with its key as metadata, and finds it again by that key.
public final class SlackClient implements AutoCloseable {

  private static final String EVENT = "onboarding_effect";
  private static final Pattern CHANNEL_ID = Pattern.compile("[CG][A-Z0-9]{6,}");
  private static final String PAGE = "200";

  /// Slack's clock and ours may differ by so much.
  private static final Duration SKEW = Duration.ofMinutes(5);

  private final SlackApi api;
  private final JsonMapper json;
  private final Map<String, String> channelIds = new ConcurrentHashMap<>();

  public SlackClient(SlackSettings settings, JsonMapper json) {
    this.api = new SlackApi(settings, json);
    this.json = json;
  }

  /// @return the message's timestamp, which is its id in the channel
  String post(SlackPost post, EffectKey key) {
    var body = json.createObjectNode();
    body.put("channel", post.channel());
    body.put("text", post.text());
    if (post.blocks() != null) {
      body.set("blocks", post.blocks());
    }
    body.putObject("metadata")
        .put("event_type", EVENT)
        .putObject("event_payload")
        .put("key", key.value())
        .put("correlation_id", key.correlation());
    var answer = api.write("chat.postMessage", body, key.correlation());
    channelIds.put(post.channel(), answer.path("channel").asString(post.channel()));
    return answer.path("ts").asString("");
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
    return pages("conversations.history", query, "messages")
        .filter(carries(key))
        .findFirst()
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
    var name = channel.replaceFirst("^#", "");
    var query = Map.of("limit", PAGE, "types", "public_channel,private_channel");
    var id =
        pages("conversations.list", query, "channels")
            .filter(each -> name.equals(each.path("name").asString("")))
            .findFirst()
            .map(each -> each.path("id").asString(""))
            .orElseThrow(() -> SlackFailures.refused("channel_not_found"));
    channelIds.put(channel, id);
    return id;
  }

  private Stream<JsonNode> pages(String method, Map<String, String> query, String field) {
    Function<String, JsonNode> page =
        cursor -> api.read(method, cursor.isEmpty() ? query : with(query, cursor));
    return Stream.iterate(
            page.apply(""), answer -> !answer.isMissingNode(), answer -> next(answer, page))
        .flatMap(answer -> answer.path(field).valueStream());
  }

  private static JsonNode next(JsonNode answer, Function<String, JsonNode> page) {
    var cursor = answer.at("/response_metadata/next_cursor").asString("");
    return cursor.isEmpty() ? answer.path("no further page") : page.apply(cursor);
  }

  private static Map<String, String> with(Map<String, String> query, String cursor) {
    var more = new ConcurrentHashMap<>(query);
    more.put("cursor", cursor);
    return more;
  }

  @Override
  public void close() {
    api.close();
  }
}
