package dev.onboarding.allinone.client;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/// The coordinator as its users reach it.
public final class Coordinator {

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);
  private static final Duration PERSISTENCE = Duration.ofMinutes(1);

  /// What a server that is busy says.
  private static final Set<Integer> LATER = Set.of(429, 503);

  private final URI address;
  private final Api api;
  private final Clock clock;

  public Coordinator(URI address, Clock clock, Access access) {
    this.address = address;
    this.api = new Api(address, access);
    this.clock = clock;
  }

  public boolean answers() {
    return api.answers("/actuator/health");
  }

  /// Sends a signed trigger and returns the id of its run. A sender that is told to come again
  /// comes again, for a minute.
  public String trigger(Webhook webhook) {
    JsonNode accepted =
        persistent(() ->
            api.post(
                "/webhook/onboarding",
                webhook.body(),
                Map.of("X-Onboarding-Signature", webhook.signature())));
    return accepted.path("run_id").asString();
  }

  private <T> T persistent(Supplier<T> request) {
    Instant end = clock.instant().plus(PERSISTENCE);
    while (true) {
      try {
        return request.get();
      } catch (Api.ApiException refused) {
        if (!LATER.contains(Objects.requireNonNullElse(refused.status(), 0))
            || clock.instant().isAfter(end)) {
          throw refused;
        }
        LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
      }
    }
  }

  /// Starts a batch that only observes, and waits until all its runs are decided.
  ///
  /// @return what became of each account, at most a thousand of them
  /// @throws IllegalStateException when it is not done in time
  public List<JsonNode> observe(List<String> accounts, Duration patience) {
    var asked = Map.of("account_ids", accounts, "mode", "observe", "requested_by", "bench");
    String id = api.post("/api/runs:batch", asked).path("batch").path("batch_id").asString();
    Instant end = clock.instant().plus(patience);
    while (!isDone(id)) {
      if (clock.instant().isAfter(end)) {
        throw new IllegalStateException("The batch %s is still not done".formatted(id));
      }
      LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
    }
    return api.get("/api/batches/" + id + "?size=1000").path("accounts").valueStream().toList();
  }

  private boolean isDone(String batch) {
    JsonNode detail = persistent(() -> api.get("/api/batches/" + batch + "?size=1"));
    return detail.path("batch").path("state").asString().equals("DONE");
  }

  public RunView run(String id) {
    return new RunView(persistent(() -> api.get("/api/runs/" + id)));
  }

  /// Waits until the run rests.
  ///
  /// @throws IllegalStateException when it does not rest in time
  public RunView rested(String id, Duration patience) {
    return awaited(id, patience, RunView::isResting);
  }

  /// Waits until the run is decided; what follows from the decision may still be going on.
  ///
  /// @throws IllegalStateException when it is not decided in time
  public RunView decided(String id, Duration patience) {
    return awaited(id, patience, run -> !run.verdict().isEmpty());
  }

  /// Waits until the run is in the state.
  ///
  /// @throws IllegalStateException when it is not in time
  public RunView awaited(String id, Duration patience, String state) {
    return awaited(id, patience, run -> state.equals(run.state()));
  }

  private RunView awaited(String id, Duration patience, Predicate<RunView> reached) {
    Instant end = clock.instant().plus(patience);
    RunView run = run(id);
    while (!reached.test(run)) {
      if (clock.instant().isAfter(end)) {
        throw new IllegalStateException(
            "Run %s is still %s after %s seconds".formatted(id, run.state(), patience.toSeconds()));
      }
      LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
      run = run(id);
    }
    return run;
  }

  /// Answers an escalation on exactly the findings that the given run showed, as the person who
  /// logs in for it.
  public RunView answer(RunView shown, String decision, String approver, String reason) {
    api.postAsPerson(
        "/api/runs/" + shown.id() + "/approval",
        Map.of(
            "decision",
            decision,
            "approver",
            approver,
            "reason",
            reason,
            "findings_digest",
            shown.findingsDigest()));
    return run(shown.id());
  }

  /// The report in one of its forms: `md`, `html` or `json`.
  public String report(String id, String form) {
    return api.text("/api/runs/" + id + "/report." + form);
  }

  public URI reportAddress(String id) {
    return address.resolve("/api/runs/" + id + "/report.html");
  }
}
