package dev.onboarding.allinone.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.onboarding.allinone.proof.OutsideWorld.Effects;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every fault the outside world knows, at every call it is asked, once and for as long as it
/// takes: the run rests where somebody sees it or goes on by itself, and ends as an undisturbed one
/// does once the fault is over.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultMatrixProof {

  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final Set<String> BLOCKED = Set.of("WAITING_FACT", "WAITING_UPSTREAM", "PARKED");

  private static final List<Map<String, Object>> KINDS =
      List.of(
          Map.of("kind", "latency", "latency_ms", 1_000),
          Map.of("kind", "unauthorized"),
          Map.of("kind", "forbidden"),
          Map.of("kind", "bad_request"),
          Map.of("kind", "throttled"),
          Map.of("kind", "server_error"),
          Map.of("kind", "server_error", "after", true),
          Map.of("kind", "unavailable"),
          Map.of("kind", "cut"),
          Map.of("kind", "slow_body"),
          Map.of("kind", "garbage"));

  /// Nothing is proven by long waits: the same waits, but short.
  private static final Map<String, String> HASTY =
      Map.of(
          "ONBOARDING_WAITING_UPSTREAMDELAY", "2s",
          "ONBOARDING_WAITING_MAXUPSTREAMDELAY", "5s",
          "ONBOARDING_ENGINE_RETRYDELAY", "500ms",
          "ONBOARDING_ENGINE_MAXRETRYDELAY", "3s",
          "SALESFORCE_CONNECTION_LIMITS_BREAKER_PAUSE", "2s",
          "NETSUITE_CONNECTION_LIMITS_BREAKER_PAUSE", "2s",
          "DOCUSIGN_LIMITS_BREAKER_PAUSE", "2s",
          "PROVISIONING_BROKER_LIMITS_BREAKER_PAUSE", "2s");

  private final ProofTable table =
      new ProofTable(3, "Every fault at every call, single and sustained");

  private final Map<String, Set<String>> known = new LinkedHashMap<>();

  private Cluster cluster;
  private OutsideWorld world;

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    cluster = Cluster.start(folder, HASTY);
    world = cluster.world();
  }

  @AfterEach
  void write() {
    table.write();
  }

  @AfterAll
  void stop() {
    cluster.close();
  }

  static Stream<Map<String, Object>> faults() {
    return KINDS.stream()
        .flatMap(kind -> Stream.of(false, true).map(sustained -> rule(kind, sustained)));
  }

  private static Map<String, Object> rule(Map<String, Object> kind, boolean sustained) {
    Map<String, Object> rule = new LinkedHashMap<>(kind);
    if (!sustained) {
      rule.put("times", 1);
    }
    return rule;
  }

  @ParameterizedTest
  @MethodSource("faults")
  void endsAsIfNothingHadHappenedOnceTheFaultIsOver(Map<String, Object> fault) {
    List<Struck> all = new ArrayList<>();
    calls()
        .forEach((system, operations) ->
            operations.forEach(operation -> all.add(new Struck(system, operation, account()))));

    List<Struck> missed = struck(fault, all, true);
    while (!missed.isEmpty()) {
      List<Struck> now = oneOfEachSystem(missed);
      missed = missed.stream().filter(each -> !now.contains(each)).toList();
      struck(fault, now.stream().map(each -> each.at(account())).toList(), false);
    }
  }

  private static List<Struck> oneOfEachSystem(List<Struck> all) {
    Map<String, Struck> first = new LinkedHashMap<>();
    all.forEach(each -> first.putIfAbsent(each.system(), each));
    return List.copyOf(first.values());
  }

  /// One kind of call, and the account whose run meets the fault there.
  private record Struck(String system, String operation, String account) {

    Struck at(String other) {
      return new Struck(system, operation, other);
    }
  }

  /// @param own whether each fault strikes only the calls that name its account
  /// @return those that their fault did not reach: the call does not name an account
  private List<Struck> struck(Map<String, Object> fault, List<Struck> all, boolean own) {
    world.countAnew();
    Map<String, List<Map<String, Object>>> rules = new LinkedHashMap<>();
    for (Struck each : all) {
      Map<String, Object> rule = new LinkedHashMap<>(fault);
      rule.put("operation", each.operation());
      if (own) {
        rule.put("account", each.account());
      }
      rules.computeIfAbsent(each.system(), system -> new ArrayList<>()).add(rule);
    }
    rules.forEach(world::faults);
    Map<Struck, String> runs = new LinkedHashMap<>();
    all.forEach(each -> runs.put(each, cluster.trigger(cluster.first(), each.account())));

    Map<Struck, Integer> felt = awaitFelt(runs, rules.keySet());
    Map<Struck, String> during = new LinkedHashMap<>();
    runs.forEach((each, run) -> during.put(each, state(run)));
    world.heal();
    runs.values().forEach(this::awaitCompleted);

    List<Struck> reached = all.stream().filter(each -> felt.getOrDefault(each, 0) > 0).toList();
    reached.forEach(each ->
        table.row(
            "%s · %s · %s".formatted(each.system(), each.operation(), told(fault)),
            "COMPLETED",
            "struck %d×, %s, then %s"
                .formatted(felt.get(each), during.get(each), state(runs.get(each)))));
    assertOnce(told(fault), all.size());
    return all.stream().filter(each -> !reached.contains(each)).toList();
  }

  /// Nothing twice: one tenant and one set of credentials each, no message and no mail repeated.
  private void assertOnce(String fault, int runs) {
    Effects effects = world.effects();
    table.row(fault + ": tenants of " + runs + " runs", runs, effects.tenants());
    assertThat(effects.tenants()).as(fault).isEqualTo(runs);
    assertThat(effects.distinctTenants()).as(fault).isEqualTo(runs);
    assertThat(effects.credentials()).as(fault).isEqualTo(runs);
    assertThat(effects.messages()).as(fault).isEqualTo(effects.distinctMessages());
    assertThat(effects.distinctMails()).as(fault).isGreaterThanOrEqualTo(3L * runs);
  }

  private static String told(Map<String, Object> fault) {
    return "%s%s, %s"
        .formatted(
            fault.get("kind"),
            fault.containsKey("after") ? " after its effect" : "",
            fault.containsKey("times") ? "once" : "sustained");
  }

  /// Waits until every run is over, or rests, or has met its fault more than once.
  private Map<Struck, Integer> awaitFelt(Map<Struck, String> runs, Set<String> systems) {
    Map<Struck, Integer> felt = new LinkedHashMap<>();
    await("the faults are felt")
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(500))
        .until(() -> {
          for (String system : systems) {
            List<Struck> here =
                runs.keySet().stream().filter(each -> each.system().equals(system)).toList();
            List<Integer> struck = world.struck(system);
            for (int i = 0; i < here.size(); i++) {
              felt.put(here.get(i), struck.get(i));
            }
          }
          return runs.entrySet().stream()
              .allMatch(run -> felt.get(run.getKey()) > 3 || rests(run.getValue()));
        });
    return felt;
  }

  private boolean rests(String run) {
    String state = state(run);
    return state.equals("COMPLETED") || BLOCKED.contains(state);
  }

  /// A person resumes what was parked; what waits goes on by itself, or on a new trigger.
  private void awaitCompleted(String run) {
    await("the run is completed")
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(500))
        .until(() -> {
          String state = state(run);
          if (state.equals("PARKED")) {
            cluster.resume(run);
          } else if (state.equals("WAITING_FACT")) {
            cluster.wake(run);
          }
          return state.equals("COMPLETED");
        });
  }

  private String state(String run) {
    return cluster.read("/api/runs/" + run).path("state").asString();
  }

  private String account() {
    return world.accounts("FAULT-", 1, "ACME-001").getFirst();
  }

  /// Every kind of call that an undisturbed run makes, by system.
  private Map<String, Set<String>> calls() {
    if (known.isEmpty()) {
      world.countAnew();
      cluster.awaitEnded(List.of(cluster.trigger(cluster.first(), account())), "COMPLETED");
      for (String system : OutsideWorld.SYSTEMS) {
        known.put(system, new TreeSet<>(world.counts(system).path("operations").propertyNames()));
      }
    }
    return known;
  }
}
