package dev.onboarding.sandbox.slack;

import dev.onboarding.sandbox.wire.Answer;
import dev.onboarding.sandbox.wire.Call;
import dev.onboarding.sandbox.wire.ExternalSystem;
import dev.onboarding.sandbox.wire.Json;
import dev.onboarding.sandbox.wire.Refusal;
import dev.onboarding.sandbox.wire.Routes;
import dev.onboarding.sandbox.wire.Tally;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The Slack workspace on the wire.
public final class Slack implements ExternalSystem {

  private static final int LONGEST_TEXT = 40_000;
  private static final int MOST_BLOCKS = 50;

  private final SlackSettings settings;
  private final Clock clock;
  private final List<Channel> channels = new ArrayList<>();
  private final Routes routes = new Routes();
  private final AtomicLong lastMicros = new AtomicLong();
  private final Tally tally = new Tally();

  public Slack(SlackSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
    settings.channels().forEach(name -> channels.add(new Channel(channels.size() + 1, name)));
    routes
        .on("POST", "/api/chat.postMessage", (call, path) -> post(new Arguments(call)))
        .on("GET", "/api/conversations.history", (call, path) -> history(new Arguments(call)))
        .on("POST", "/api/conversations.history", (call, path) -> history(new Arguments(call)))
        .on("GET", "/api/conversations.list", (call, path) -> list())
        .on("POST", "/api/conversations.list", (call, path) -> list())
        .on(
            "POST",
            "/api/auth.test",
            (call, path) -> Answer.json(200, ok().put("user", "onboarding")));
  }

  @Override
  public String name() {
    return "slack";
  }

  @Override
  public boolean isTokenCall(Call call) {
    return false;
  }

  @Override
  public String operation(Call call) {
    return routes.operation(call).orElse(call.method());
  }

  @Override
  public Tally tally() {
    return tally;
  }

  @Override
  public Answer answer(Call call) {
    try {
      String token = new Arguments(call).token(call);
      if (token == null) {
        throw new SlackProblem("not_authed");
      }
      if (!settings.token().equals(token)) {
        throw new SlackProblem("invalid_auth");
      }
      return routes.answer(call).orElseThrow(() -> new SlackProblem("unknown_method"));
    } catch (SlackProblem problem) {
      return problem.answer();
    }
  }

  private Answer post(Arguments arguments) {
    Channel channel =
        channels.stream()
            .filter(each -> each.isCalled(arguments.text("channel")))
            .findFirst()
            .orElseThrow(() -> new SlackProblem("channel_not_found"));
    String text = arguments.text("text");
    JsonNode blocks = arguments.structure("blocks", "invalid_blocks_format");
    if (text.isEmpty() && (blocks == null || blocks.isEmpty())) {
      throw new SlackProblem("no_text");
    }
    if (text.length() > LONGEST_TEXT) {
      throw new SlackProblem("msg_too_long");
    }
    ObjectNode message = message(text);
    if (blocks != null) {
      message.set("blocks", checked(blocks));
    }
    JsonNode metadata = arguments.structure("metadata", "invalid_metadata_format");
    if (metadata != null) {
      if (metadata.path("event_type").asString("").isEmpty()
          || !metadata.path("event_payload").isObject()) {
        throw new SlackProblem("invalid_metadata_format");
      }
      message.set("metadata", metadata);
    }
    if (!arguments.text("thread_ts").isEmpty()) {
      message.put("thread_ts", arguments.text("thread_ts"));
    }
    channel.add(message);
    tally.count(
        "messages", "#" + channel.name() + " " + message.at("/metadata/event_payload").toString());
    ObjectNode answer = ok().put("channel", channel.id()).put("ts", message.path("ts").asString());
    answer.set("message", without(message));
    return Answer.json(200, answer);
  }

  private static JsonNode checked(JsonNode blocks) {
    boolean typed = blocks.isArray() && blocks.size() <= MOST_BLOCKS;
    for (JsonNode block : blocks) {
      typed = typed && !block.path("type").asString("").isEmpty();
    }
    if (!typed) {
      throw new SlackProblem("invalid_blocks");
    }
    return blocks;
  }

  /// Newest first. Unlike a post, it knows a channel by its id only.
  private Answer history(Arguments arguments) {
    Channel channel =
        channels.stream()
            .filter(each -> each.id().equals(arguments.text("channel")))
            .findFirst()
            .orElseThrow(() -> new SlackProblem("channel_not_found"));
    boolean metadata = arguments.flag("include_all_metadata");
    String oldest = arguments.text("oldest");
    String latest = arguments.text("latest");
    List<ObjectNode> found =
        channel.newestFirst().stream()
            .filter(message -> oldest.isEmpty() || ts(message).compareTo(oldest) > 0)
            .filter(message -> latest.isEmpty() || ts(message).compareTo(latest) < 0)
            .toList();
    int from = Math.min(found.size(), offset(arguments.text("cursor")));
    int to = Math.min(found.size(), from + arguments.number("limit", 100, 999));
    ObjectNode answer = ok();
    ArrayNode messages = answer.putArray("messages");
    found.subList(from, to).forEach(each -> messages.add(metadata ? each : without(each)));
    boolean more = to < found.size();
    answer.put("has_more", more).put("pin_count", 0);
    answer.putObject("response_metadata").put("next_cursor", more ? cursor(to) : "");
    return Answer.json(200, answer);
  }

  private Answer list() {
    ObjectNode answer = ok();
    ArrayNode list = answer.putArray("channels");
    for (Channel channel : channels) {
      list.addObject()
          .put("id", channel.id())
          .put("name", channel.name())
          .put("is_channel", true)
          .put("is_archived", false)
          .put("is_member", true);
    }
    answer.putObject("response_metadata").put("next_cursor", "");
    return Answer.json(200, answer);
  }

  private ObjectNode message(String text) {
    return Json.object()
        .put("type", "message")
        .put("user", "U05SANDBOX1")
        .put("bot_id", "B05SANDBOX1")
        .put("app_id", "A05SANDBOX1")
        .put("team", "T05SANDBOX1")
        .put("text", text)
        .put("ts", nextTs());
  }

  private static ObjectNode without(ObjectNode message) {
    ObjectNode copy = message.deepCopy();
    copy.remove("metadata");
    return copy;
  }

  /// Unique and growing, because it is the message's id in its channel.
  private String nextTs() {
    long micros =
        lastMicros.accumulateAndGet(clock.millis() * 1_000, (last, now) -> Math.max(last + 1, now));
    return "%d.%06d".formatted(micros / 1_000_000, micros % 1_000_000);
  }

  private static String ts(ObjectNode message) {
    return message.path("ts").asString();
  }

  private static String cursor(int offset) {
    return Base64.getEncoder().encodeToString(("next:" + offset).getBytes(StandardCharsets.UTF_8));
  }

  private static int offset(String cursor) {
    try {
      String text = new String(Base64.getDecoder().decode(cursor), StandardCharsets.UTF_8);
      return cursor.isEmpty() ? 0 : Integer.parseInt(text.replaceFirst("^next:", ""));
    } catch (IllegalArgumentException e) {
      throw new SlackProblem("invalid_cursor");
    }
  }

  @Override
  public Answer refuse(Call call, Refusal refusal, int status) {
    return switch (refusal) {
      case UNAUTHORIZED -> new SlackProblem("invalid_auth").answer();
      case FORBIDDEN -> new SlackProblem("not_in_channel").answer();
      case BAD_REQUEST -> new SlackProblem("invalid_blocks").answer();
      case THROTTLED -> new SlackProblem("ratelimited").answer(429).with("Retry-After", "1");
      case SERVER_ERROR -> new SlackProblem("internal_error").answer(500);
      case UNAVAILABLE -> new SlackProblem("service_unavailable").answer(503);
    };
  }

  @Override
  public ArrayNode effects() {
    ArrayNode effects = Json.array();
    for (Channel channel : channels) {
      for (ObjectNode message : channel.newestFirst().reversed()) {
        ObjectNode effect = message.deepCopy();
        effects.add(effect.put("channel", "#" + channel.name()).put("channel_id", channel.id()));
      }
    }
    return effects;
  }

  @Override
  public void forgetEffects() {
    channels.forEach(Channel::clear);
    tally.clear();
  }

  private static ObjectNode ok() {
    return Json.object().put("ok", true);
  }
}
