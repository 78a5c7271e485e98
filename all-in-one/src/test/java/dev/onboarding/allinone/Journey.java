package dev.onboarding.allinone;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.onboarding.allinone.client.Access;
import dev.onboarding.allinone.client.Coordinator;
import dev.onboarding.allinone.client.RunView;
import dev.onboarding.allinone.client.SandboxControl;
import dev.onboarding.allinone.client.SandboxControl.Story;
import dev.onboarding.allinone.client.Webhook;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/// A system under test as its users reach it, with the words that the end-to-end tests speak.
public final class Journey {

  private static final Duration PATIENCE = Duration.ofSeconds(120);

  private final Coordinator coordinator;
  private final SandboxControl sandbox;
  private final String secret;
  private final Map<String, String> stories;

  public Journey(URI coordinator, URI sandbox, String secret, Access access) {
    this.coordinator = new Coordinator(coordinator, Clock.systemUTC(), access);
    this.sandbox = new SandboxControl(sandbox);
    this.secret = secret;
    this.stories =
        Map.copyOf(this.sandbox.stories().stream().collect(toMap(Story::key, Story::expected)));
  }

  public Coordinator coordinator() {
    return coordinator;
  }

  SandboxControl sandbox() {
    return sandbox;
  }

  public Webhook webhook(String account) {
    return webhook(account, "e2e-" + UUID.randomUUID());
  }

  Webhook webhook(String account, String eventId) {
    return Webhook.signed(account, eventId, secret, Clock.systemUTC());
  }

  RunView onboard(String account) {
    return coordinator.rested(coordinator.trigger(webhook(account)), PATIENCE);
  }

  RunView rested(String run) {
    return coordinator.rested(run, PATIENCE);
  }

  /// Sends all accounts at once and returns the verdict of each.
  Map<String, String> verdicts(List<String> accounts) {
    Map<String, String> runs =
        accounts.stream()
            .collect(toMap(account -> account, account -> coordinator.trigger(webhook(account))));
    Map<String, String> verdicts = new TreeMap<>();
    runs.forEach((account, run) -> verdicts.put(account, rested(run).verdict()));
    return verdicts;
  }

  /// Asks about all accounts in one batch that only observes, and returns the verdict of each.
  Map<String, String> observe(List<String> accounts) {
    Map<String, String> verdicts = new TreeMap<>();
    coordinator
        .observe(accounts, PATIENCE)
        .forEach(account ->
            verdicts.put(account.path("account").asString(), account.path("verdict").asString("")));
    return verdicts;
  }

  /// Of the accounts that the sandbox knew at first.
  Map<String, String> expectedVerdicts() {
    return new TreeMap<>(stories);
  }

  /// Adds an account of its own with another account's story.
  public String copyOf(String story) {
    String key = story + "-" + UUID.randomUUID().toString().substring(0, 8);
    sandbox.account(key, Map.of("like", story));
    return key;
  }

  long effects(String system) {
    return sandbox.inspect(system).path("effects").size();
  }

  long apiCalls(String system) {
    return sandbox.inspect(system).path("api_calls").asLong();
  }

  void assertRows(RunView run, String... rules) {
    assertThat(run.firedRows()).as("rows of %s", run.account()).containsExactlyInAnyOrder(rules);
  }

  JsonNode effectsOf(String system) {
    return sandbox.inspect(system).path("effects");
  }
}
