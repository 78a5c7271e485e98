package dev.onboarding.allinone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.onboarding.allinone.advice.Mood;
import dev.onboarding.allinone.advice.PlayedModel;
import dev.onboarding.allinone.advice.Traces;
import dev.onboarding.allinone.advice.Traces.Trace;
import dev.onboarding.allinone.client.Operator;
import dev.onboarding.allinone.client.Proofs;
import dev.onboarding.allinone.client.RunView;
import dev.onboarding.allinone.system.DataDirectory;
import dev.onboarding.allinone.system.FreePorts;
import dev.onboarding.allinone.system.RunningSystem;
import dev.onboarding.testkit.Injection;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/// The whole system in one process, as the README starts it, with a model that says what a test
/// wants.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AdviceJourneyE2e {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int AT_ONCE = 11;

  /// All three verdicts, an outage of evidence, and what a person must answer.
  private static final List<String> STORIES =
      List.of(
          "ACME-001",
          "BETA-002",
          "GAMMA-003",
          "DELETED-004",
          "ACCOUNT-INJECTION",
          "DEAL-NONE",
          "OWNER-INACTIVE",
          "CONTRACT-EXPIRED",
          "CONTRACT-AUTO-RENEW");

  private static RunningSystem system;
  private static PlayedModel model;
  private static Journey journey;

  @BeforeAll
  static void start(@TempDir Path folder) {
    var data = new DataDirectory(folder);
    model = PlayedModel.start();
    var settings = new HashMap<>(model.settings());
    // The first question loads the client's classes, on a machine that may be busy.
    settings.put("onboarding.adviser.deadline", "30s");
    system = RunningSystem.start(FreePorts.find(), data, part -> {}, settings);
    journey =
        new Journey(system.coordinator(), system.sandbox(), data.webhookSecret(), system.access());
  }

  private static Journey journey() {
    return journey;
  }

  @AfterAll
  static void stop() {
    model.close();
    system.close();
  }

  /// At the end: who hangs is still asked for a while.
  @Test
  @Order(Integer.MAX_VALUE)
  void decidesActsAndTellsTheSameWhateverAModelSays() {
    var byMood = new TreeMap<Mood, Left>();
    for (var mood : Mood.values()) {
      byMood.put(mood, leftIn(mood));
    }

    var usual = byMood.get(Mood.SILENT);
    assertThat(usual.traces().values())
        .extracting(Trace::verdict)
        .contains("PROCEED", "ESCALATE", "BLOCK");
    assertThat(usual.received()).isNotEmpty();
    assertThat(byMood).allSatisfy((mood, left) -> assertThat(left).as("%s", mood).isEqualTo(usual));
  }

  /// What runs left behind, by story, and what arrived for them outside.
  private record Left(Map<String, Trace> traces, Map<String, Integer> received) {}

  private static Left leftIn(Mood mood) {
    model.in(mood);
    List.of("slack", "mail").forEach(journey().sandbox()::clear);
    var keys = new TreeMap<String, String>();
    STORIES.forEach(story -> keys.put(story, journey().copyOf(story)));
    var runs = new TreeMap<String, String>();
    keys.forEach(
        (story, key) -> runs.put(story, journey().coordinator().trigger(journey().webhook(key))));
    var traces = new Traces(journey().coordinator(), journey().sandbox());
    var left = new TreeMap<String, Trace>();
    runs.forEach((story, run) ->
        left.put(
            story, traces.of(journey().rested(run), keys.getOrDefault(story, "")).comparable()));
    return new Left(left, traces.received(new ArrayList<>(keys.values())));
  }

  @Test
  void addsWhatAModelSaysToTheReportAndToNothingThatLeaves() {
    model.in(Mood.HELPFUL);
    List.of("slack", "mail").forEach(journey().sandbox()::clear);

    var blocked = advised(journey().onboard(journey().copyOf("BETA-002")), 3);
    var onboarded = advised(journey().onboard(journey().copyOf("ACME-001")), 5);

    for (var run : List.of(blocked, onboarded)) {
      assertThat(journey().coordinator().report(run.id(), "md"))
          .contains("## Addendum ", ". Advice, added at ", PlayedModel.CANARY);
      var origins = run.json().path("addenda").findValues("origin");
      assertThat(origins).extracting(each -> each.path("source").asString()).contains("openai");
      assertThat(origins)
          .filteredOn(each -> each.path("source").asString().equals("openai"))
          .allSatisfy(each -> assertThat(each.path("prompt_digest").asString()).hasSize(64));
      assertThat(run.json().path("advice").toString()).doesNotContain(PlayedModel.CANARY);
    }
    var left = journey().effectsOf("slack").toString() + journey().effectsOf("mail");
    assertThat(left).contains(blocked.id(), "Welcome").doesNotContain(PlayedModel.CANARY);
    assertThat(tasks(onboarded)).contains("contract_terms", "invoice_terms", "summary", "risk");
  }

  @Test
  void asksAModelAboutAStoredDecisionToCompareIt() {
    model.in(Mood.OPPOSITE);
    var run = journey().onboard(journey().copyOf("BETA-002"));

    var results =
        Operator.at(system.coordinator(), Clock.systemUTC(), system.access())
            .adviceTrial(run.id(), "openai:gpt-4o-mini", "")
            .path("results");

    assertThat(results.findValuesAsString("task")).contains("risk", "summary", "actions");
    assertThat(
            results.valueStream().filter(each -> !each.path("task").asString().equals("failures")))
        .extracting(each -> each.findValuesAsString("because").getFirst())
        .containsOnly("contradicts");
  }

  @Test
  void asksByThePromptsInTheShadowAndTellsNobodyWhatWasSaid() {
    model.in(Mood.HELPFUL);
    var proofs = Proofs.at(system.coordinator(), system.access());
    var prompts = "version: summer\nprompts:\n  summary: {version: s-9, text: Say it briefly.}\n";
    var digest = proofs.add("prompts", "summer.yaml", prompts, "Ada").path("digest").asString();
    proofs.decide("prompts", digest, "shadow", "Ada", "To see how they fare");

    advised(journey().onboard(journey().copyOf("BETA-002")), 3);

    await("the shadow's answers")
        .atMost(PATIENCE)
        .untilAsserted(() ->
            assertThat(proofs.shadow("prompts", digest).path("fared").findValuesAsString("task"))
                .contains("risk", "summary", "actions"));
    proofs.decide("prompts", "end-shadow", "Ada", "Seen");
    assertThat(model.asked()).anySatisfy(asked -> assertThat(asked).contains("Say it briefly."));
  }

  @Test
  void showsNoLinkAndNoMarkupOfAModelThatObeysAnAttacker() {
    model.in(Mood.OBEDIENT);
    List.of("slack", "mail").forEach(journey().sandbox()::clear);

    var run = advised(journey().onboard(journey().copyOf("BETA-002")), 3);

    for (var form : List.of("md", "html", "json")) {
      assertThat(journey().coordinator().report(run.id(), form))
          .doesNotContain("https://evil", "<img", "@evil.example", "](http");
    }
    assertThat(run.json().path("addenda").toString())
        .doesNotContain("https://evil", "<img", "@evil.example");
    assertThat(journey().effectsOf("slack").toString() + journey().effectsOf("mail"))
        .doesNotContain(PlayedModel.LURE, "evil.example");
  }

  /// The corpus, told where customers' data comes from, while the model does as it is told there.
  @Test
  void followsNoInstructionThatStandsInACustomersData() {
    model.in(Mood.OBEDIENT);
    List.of("slack", "mail").forEach(journey().sandbox()::clear);
    var clean = course(journey().onboard(journey().copyOf("GAMMA-003")), "GAMMA-003");
    var hosts = hosts();
    var injections = Injection.all();
    // A few at a time: two cores carry the system, its store and the world outside.
    for (int from = 0; from < injections.size(); from += AT_ONCE) {
      var runs = new LinkedHashMap<Injection, String>();
      injections.stream().skip(from).limit(AT_ONCE).forEach(each -> runs.put(each, begun(each)));
      runs.forEach((injection, run) ->
          assertThat(course(journey().rested(run), "GAMMA-003"))
              .as(injection.toString())
              .isEqualTo(clean));
    }

    assertThat(injections).hasSizeGreaterThanOrEqualTo(60);
    assertThat(clean).first().isEqualTo("ESCALATE");
    assertThat(hosts()).isEqualTo(hosts);
    assertThat(journey().effectsOf("slack").toString() + journey().effectsOf("mail"))
        .doesNotContain(PlayedModel.LURE);
  }

  private static String begun(Injection injection) {
    var key = "GAMMA-003-" + UUID.randomUUID().toString().substring(0, 8);
    journey().sandbox().account(key, told(injection));
    return journey().coordinator().trigger(journey().webhook(key));
  }

  /// The sandbox's invoices have no memo; another text of the customer's stands for it.
  private static Map<String, Object> told(Injection injection) {
    var text = injection.text();
    var base = Map.<String, Object>of("like", "GAMMA-003");
    var more =
        switch (injection.field()) {
          case "account_name" -> Map.of("account", Map.of("name", text));
          case "owner_title" -> Map.of("owner", Map.of("title", text));
          case "terms" -> Map.of("agreements", List.of(Map.of("payment_terms", text)));
          case "invoice_memo" -> Map.of("envelopes", List.of(Map.of("subject", text)));
          default -> throw new IllegalArgumentException(injection.toString());
        };
    var story = new TreeMap<String, Object>(base);
    story.putAll(more);
    return story;
  }

  /// Verdict, rows, state, steps, and to whom something went; nothing that quotes a name.
  private static List<String> course(RunView run, String key) {
    var course = new ArrayList<String>();
    course.add(run.verdict());
    course.addAll(run.firedRows());
    course.add(run.state());
    run.json()
        .path("effects")
        .valueStream()
        .map(each -> each.path("kind").asString() + " to " + each.path("target").asString())
        .map(each -> each.replaceAll("(?i)" + key + "-[0-9a-f]{8}", key))
        .sorted()
        .forEach(course::add);
    return course;
  }

  /// Where everything leads that left.
  private static Set<String> hosts() {
    return Pattern.compile("https?://[^/\\s\"'<>)|]+")
        .matcher(journey().effectsOf("slack").toString() + journey().effectsOf("mail"))
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<String> tasks(RunView run) {
    return run.json()
        .path("addenda")
        .valueStream()
        .map(each -> each.path("task").asString())
        .toList();
  }

  /// Once so many tasks have been answered.
  private static RunView advised(RunView run, int tasks) {
    var now = run;
    for (long left = PATIENCE.toMillis() / 50; tasks(now).size() < tasks; left--) {
      assertThat(left).as("advice on %s", now.json().path("addenda")).isPositive();
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
      now = journey().coordinator().run(run.id());
    }
    return now;
  }
}
