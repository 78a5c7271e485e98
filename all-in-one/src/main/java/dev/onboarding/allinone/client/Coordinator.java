package dev.onboarding.allinone.client;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/// The coordinator as its users reach it.
public final class Coordinator {

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

  private final URI address;
  private final Api api;
  private final Clock clock;

  public Coordinator(URI address, Clock clock) {
    this.address = address;
    this.api = new Api(address);
    this.clock = clock;
  }

  public boolean answers() {
    return api.answers("/actuator/health");
  }

  /// Sends a signed trigger and returns the id of its run.
  public String trigger(Webhook webhook) {
    JsonNode accepted =
        api.post(
            "/webhook/onboarding",
            webhook.body(),
            Map.of("X-Onboarding-Signature", webhook.signature()));
    return accepted.path("run_id").asString();
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

  /// A coordinator that is too busy to say is asked again.
  private boolean isDone(String batch) {
    try {
      JsonNode detail = api.get("/api/batches/" + batch + "?size=1");
      return detail.path("batch").path("state").asString().equals("DONE");
    } catch (Api.ApiException busy) {
      if (Objects.equals(busy.status(), 503)) {
        return false;
      }
      throw busy;
    }
  }

  public RunView run(String id) {
    return new RunView(api.get("/api/runs/" + id));
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
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(BETWEEN_LOOKS.toMillis()));
      run = run(id);
    }
    return run;
  }

  /// Answers an escalation on exactly the findings that the given run showed.
  public RunView answer(RunView shown, String decision, String approver, String reason) {
    api.post(
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
