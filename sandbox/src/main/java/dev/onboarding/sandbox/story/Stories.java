package dev.onboarding.sandbox.story;

import dev.onboarding.sandbox.wire.Json;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// All accounts and their stories, as they stand now.
public final class Stories {

  private static final Pattern KEY = Pattern.compile("[A-Za-z0-9._-]{1,64}");
  private static final Set<String> DECISIONS = Set.of("PROCEED", "ESCALATE", "BLOCK");
  private static final int MOST = 20_000;

  private final Clock clock;
  private final StoryTemplate template;
  private final Map<String, JsonNode> told = new ConcurrentHashMap<>();
  private final Map<String, Told> byKey = new ConcurrentHashMap<>();
  private final Map<Integer, Told> inOrder = new ConcurrentSkipListMap<>();
  private final Map<String, Told> byId = new ConcurrentHashMap<>();
  private final List<Consumer<Told>> followers = new CopyOnWriteArrayList<>();

  private Stories(Clock clock, JsonNode file) {
    this.clock = clock;
    this.template = new StoryTemplate(file.path("everything_in_order"));
    for (JsonNode entry : file.path("accounts")) {
      tell(entry.path("key").asString(""), entry, false);
    }
  }

  /// @throws StoryProblem when a story of the file cannot be read
  public static Stories read(InputStream yaml, Clock clock) throws IOException {
    try (yaml) {
      return new Stories(clock, new YAMLMapper().readTree(yaml));
    }
  }

  public List<Told> all() {
    return List.copyOf(inOrder.values());
  }

  /// @param reference the key, or the Salesforce account id with 15 or 18 characters
  public Optional<Told> find(String reference) {
    Told known = byKey.get(reference);
    if (known == null && SalesforceId.isOne(reference)) {
      known = byId.get(SalesforceId.full(reference));
    }
    return Optional.ofNullable(known);
  }

  /// Every part of the story, dates still relative.
  public ObjectNode written(Told account) {
    return template.complete(account.key(), told(account.key()));
  }

  /// Adds an account, or tells the story of one differently.
  ///
  /// @param entry as in the file; `like` takes over what is told of another account
  /// @throws StoryProblem when it cannot be read
  public Told tell(String key, JsonNode entry) {
    return tell(key, entry, true);
  }

  private synchronized Told tell(String key, JsonNode entry, boolean retold) {
    if (!KEY.matcher(key).matches()) {
      throw new StoryProblem("'" + key + "' is no key: 1 to 64 characters of A-Z a-z 0-9 . _ -");
    }
    if (!byKey.containsKey(key) && byKey.size() >= MOST) {
      throw new StoryProblem("The sandbox holds no more than " + MOST + " accounts");
    }
    JsonNode own = resolved(entry);
    Story story = StoryTemplate.read(template.complete(key, own));
    if (!DECISIONS.contains(story.decision())) {
      throw new StoryProblem("'" + story.decision() + "' is no decision: one of " + DECISIONS);
    }
    Told before = byKey.get(key);
    int ordinal = before == null ? byKey.size() : before.ordinal();
    Told now = new Told(story, ordinal, clock.instant(), retold);
    told.put(key, own);
    byKey.put(key, now);
    byId.put(now.accountId(), now);
    inOrder.put(ordinal, now);
    followers.forEach(follower -> follower.accept(now));
    return now;
  }

  /// Hands over every account now, and each one again whenever its story changes.
  public synchronized void follow(Consumer<Told> follower) {
    new ArrayList<>(inOrder.values()).forEach(follower);
    followers.add(follower);
  }

  private JsonNode resolved(JsonNode entry) {
    if (!entry.isObject()) {
      throw new StoryProblem("A story is a JSON object");
    }
    ObjectNode own = ((ObjectNode) entry).deepCopy();
    own.remove(List.of("key", "ids"));
    JsonNode like = own.remove("like");
    if (like == null) {
      return own;
    }
    if (!told.containsKey(like.asString(""))) {
      throw new StoryProblem("No account '" + like.asString("") + "' to be like");
    }
    return StoryTemplate.overlaid((ObjectNode) told(like.asString("")), own);
  }

  private JsonNode told(String key) {
    return told.getOrDefault(key, Json.object());
  }
}
