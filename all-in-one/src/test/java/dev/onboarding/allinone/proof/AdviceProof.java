package dev.onboarding.allinone.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onboarding.allinone.advice.Mood;
import dev.onboarding.allinone.advice.PlayedModel;
import dev.onboarding.allinone.advice.Traces;
import dev.onboarding.allinone.advice.Traces.Trace;
import dev.onboarding.allinone.client.Coordinator;
import dev.onboarding.allinone.client.SandboxControl;
import dev.onboarding.allinone.client.Webhook;
import dev.onboarding.allinone.system.DataDirectory;
import dev.onboarding.allinone.system.FreePorts;
import dev.onboarding.allinone.system.RunningSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The same thousand runs without a model and with models that say anything: decisions, effects and
/// notifications are the same to the letter. Each time the system begins empty, with the same
/// accounts. Writes `docs/proof/advice.md`.
class AdviceProof {

  private static final Path PAGE = Path.of("..", "docs", "proof", "advice.md");
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final int OF_EACH = 100;
  private static final int ASKED_AT_LEAST = 500;

  private static final List<String> STORIES =
      List.of(
          "ACME-001",
          "GROWTH-005",
          "STARTER-006",
          "GAMMA-003",
          "BETA-002",
          "DELETED-004",
          "DEAL-NONE",
          "OWNER-INACTIVE",
          "CONTRACT-EXPIRED",
          "CONTRACT-AUTO-RENEW");

  /// Nothing waits for a turn.
  private static final Map<String, String> UNHURRIED =
      Map.of(
          "SLACK_RATE", "0",
          "ONBOARDING_INTAKE_PER_SECOND", "100000",
          "ONBOARDING_INTAKE_BURST", "100000");

  @TempDir private Path folder;

  /// What a thousand runs left behind.
  ///
  /// @param asked how often the model was asked
  private record Left(Map<String, Trace> traces, Map<String, Integer> received, int asked) {}

  @Test
  void leavesTheSameBehindWhateverAModelSays() throws IOException {
    var without = left(null);
    var rows = new LinkedHashMap<String, Left>();
    rows.put("no model", without);
    for (var mood : List.of(Mood.NONSENSE, Mood.OPPOSITE, Mood.HANGING)) {
      rows.put(mood.name().toLowerCase(Locale.ROOT), left(mood));
    }

    write(rows);
    assertThat(without.traces()).hasSize(STORIES.size() * OF_EACH);
    rows.forEach((name, left) -> {
      assertThat(left.traces()).as(name).isEqualTo(without.traces());
      assertThat(left.received()).as(name).isEqualTo(without.received());
      assertThat(left.asked())
          .as(name)
          .isGreaterThanOrEqualTo(name.equals("no model") ? 0 : ASKED_AT_LEAST);
    });
  }

  private Left left(@Nullable Mood mood) {
    var data = new DataDirectory(folder.resolve(String.valueOf(mood)));
    try (var model = PlayedModel.start()) {
      if (mood != null) {
        model.in(mood);
      }
      var settings = new HashMap<>(UNHURRIED);
      if (mood != null) {
        settings.putAll(model.settings());
      }
      try (var system = RunningSystem.start(FreePorts.find(), data, part -> {}, settings)) {
        var left = carriedOut(system, data);
        var asked = mood == null ? model.asked().size() : askedAtLast(model);
        model.in(Mood.SILENT);
        return new Left(left.traces(), left.received(), asked);
      }
    }
  }

  /// Advice is asked for beside the runs, and may still be on its way when they rest.
  private static int askedAtLast(PlayedModel model) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (model.asked().size() < ASKED_AT_LEAST && System.nanoTime() < end) {
      LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
    }
    return model.asked().size();
  }

  private static Left carriedOut(RunningSystem system, DataDirectory data) {
    var coordinator = new Coordinator(system.coordinator(), Clock.systemUTC(), system.access());
    var sandbox = new SandboxControl(system.sandbox());
    List.of("salesforce", "docusign", "netsuite")
        .forEach(each -> sandbox.faults(each, Map.of("limit", 1_000_000)));
    var keys = new ArrayList<String>();
    STORIES.forEach(story ->
        keys.addAll(sandbox.accounts("PROOF-" + story + "-", OF_EACH, Map.of("like", story))));
    var runs = new LinkedHashMap<String, String>();
    keys.forEach(key ->
        runs.put(
            key,
            coordinator.trigger(
                Webhook.signed(key, key, data.webhookSecret(), Clock.systemUTC()))));
    var traces = new Traces(coordinator, sandbox);
    var left = new TreeMap<String, Trace>();
    runs.forEach((key, run) -> left.put(key, traces.of(coordinator.rested(run, PATIENCE), key)));
    return new Left(left, traces.received(List.of()), 0);
  }

  private static void write(Map<String, Left> rows) throws IOException {
    var without = Objects.requireNonNull(rows.get("no model"));
    var lines = new ArrayList<String>();
    lines.add("# That no model decides");
    lines.add("");
    lines.add(
        "Written by `./mvnw verify -Pproof` on %s: %,d runs of the same accounts, each time on a system that begins empty."
            .formatted(
                LocalDate.ofInstant(Clock.systemUTC().instant(), ZoneOffset.UTC),
                without.traces().size()));
    lines.add(
        "A run differs when its decision digest, its state, its steps, or the kind, target or subject of an effect does; a message when Slack or a mailbox received another text, or another number of them.");
    lines.add("");
    lines.add(
        "| the model | asked | runs | PROCEED | ESCALATE | BLOCK | decision digests that differ | runs that differ | messages | messages that differ |");
    lines.add("|---|---|---|---|---|---|---|---|---|---|");
    rows.forEach((name, left) -> lines.add(row(name, left, without)));
    Files.createDirectories(PAGE.getParent());
    Files.write(PAGE, lines);
  }

  private static String row(String name, Left left, Left without) {
    return "| %s | %d | %d | %d | %d | %d | %d | %d | %d | %d |"
        .formatted(
            name,
            left.asked(),
            left.traces().size(),
            of(left, "PROCEED"),
            of(left, "ESCALATE"),
            of(left, "BLOCK"),
            differing(left, without, Trace::decisionDigest),
            differing(left, without, trace -> trace),
            left.received().values().stream().mapToInt(Integer::intValue).sum(),
            differingMessages(left, without));
  }

  private static long of(Left left, String verdict) {
    return left.traces().values().stream().filter(each -> each.verdict().equals(verdict)).count();
  }

  private static long differing(Left left, Left without, Function<Trace, Object> part) {
    return left.traces().entrySet().stream()
        .filter(each -> {
          var other = without.traces().get(each.getKey());
          return other == null || !part.apply(other).equals(part.apply(each.getValue()));
        })
        .count();
  }

  private static int differingMessages(Left left, Left without) {
    var all = new TreeSet<>(left.received().keySet());
    all.addAll(without.received().keySet());
    return all.stream()
        .mapToInt(text ->
            Math.abs(
                left.received().getOrDefault(text, 0) - without.received().getOrDefault(text, 0)))
        .sum();
  }
}
