package dev.onboarding.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onboarding.allinone.advice.Mood;
import dev.onboarding.allinone.advice.PlayedModel;
import dev.onboarding.allinone.advice.Traces;
import dev.onboarding.allinone.advice.Traces.Trace;
import dev.onboarding.allinone.client.RunView;
import dev.onboarding.allinone.system.SharedSystem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The whole system in one process, as the README starts it, with a model that says what a test
/// wants.
@ExtendWith(SharedSystem.class)
class OnboardingJourneyE2e extends OnboardingJourney {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /// All three verdicts, an outage of evidence, and what a person must answer.
  private static final List<String> STORIES =
      List.of("ACME-001", "BETA-002", "GAMMA-003", "DELETED-004");

  private static PlayedModel model;

  @BeforeAll
  static void start(SharedSystem.Started shared) {
    model = shared.model();
    use(shared.journey());
  }

  @AfterAll
  static void silence() {
    model.in(Mood.SILENT);
  }

  @Test
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
    var onboarded = advised(journey().onboard(journey().copyOf("ACME-001")), 3);

    for (var run : List.of(blocked, onboarded)) {
      assertThat(journey().coordinator().report(run.id(), "md"))
          .contains("## Addendum 1. Advice, added at ", PlayedModel.CANARY);
      assertThat(run.json().at("/addenda/0/origin/source").asString()).isEqualTo("openai");
      assertThat(run.json().at("/addenda/0/origin/prompt_digest").asString()).hasSize(64);
      assertThat(run.json().path("advice").toString()).doesNotContain(PlayedModel.CANARY);
    }
    var left = journey().effectsOf("slack").toString() + journey().effectsOf("mail");
    assertThat(left).contains(blocked.id(), "Welcome").doesNotContain(PlayedModel.CANARY);
    assertThat(tasks(onboarded)).contains("contract_terms", "invoice_terms", "summary", "risk");
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
