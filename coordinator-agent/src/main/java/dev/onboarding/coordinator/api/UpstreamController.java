package dev.onboarding.coordinator.api;

import dev.onboarding.coordinator.budget.Breaker;
import dev.onboarding.coordinator.budget.Budgets;
import dev.onboarding.coordinator.http.ProblemException;
import dev.onboarding.coordinator.http.ProblemType;
import dev.onboarding.coordinator.http.StrictJson;
import dev.onboarding.coordinator.operation.PausedUpstreams;
import dev.onboarding.coordinator.operation.UpstreamDesk;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// `/api/upstreams`: which systems are paused, and since when, by whom and why; and how the
/// breakers of the nodes that call them stand.
@RestController
@RequestMapping("/api/upstreams")
final class UpstreamController {

  private final StrictJson json;
  private final UpstreamDesk desk;
  private final Budgets budgets;

  UpstreamController(StrictJson json, UpstreamDesk desk, Budgets budgets) {
    this.json = json;
    this.desk = desk;
    this.budgets = budgets;
  }

  /// Who pauses it, and why.
  record Pause(@Nullable String by, @Nullable String reason) {}

  /// @param waiting how many runs wait because it is paused
  record Upstream(
      String name,
      boolean paused,
      @Nullable String by,
      @Nullable String reason,
      @Nullable Instant since,
      long waiting) {

    static Upstream of(UpstreamDesk.Standing standing) {
      var paused = standing.paused();
      return paused == null
          ? new Upstream(standing.name(), false, null, null, null, standing.waiting())
          : new Upstream(
              standing.name(),
              true,
              paused.by(),
              paused.reason(),
              paused.since(),
              standing.waiting());
    }
  }

  record Upstreams(List<Upstream> upstreams, List<Breaker> breakers) {

    Upstreams {
      upstreams = List.copyOf(upstreams);
      breakers = List.copyOf(breakers);
    }
  }

  @GetMapping
  Upstreams list() {
    return new Upstreams(desk.all().stream().map(Upstream::of).toList(), budgets.breakers());
  }

  @PutMapping("/{name}/pause")
  Upstream pause(@PathVariable String name, HttpServletRequest request) {
    var body = json.read(request, Pause.class);
    return Upstream.of(
        desk.pause(known(name), PersonText.who("by", body.by()), PersonText.reason(body.reason())));
  }

  /// A request to delete has no body, so who and why are parameters.
  @DeleteMapping("/{name}/pause")
  Upstream release(
      @PathVariable String name,
      @RequestParam(defaultValue = "operator") String by,
      @RequestParam(defaultValue = "released") String reason) {
    return Upstream.of(
        desk.release(known(name), PersonText.who("by", by), PersonText.reason(reason)));
  }

  private static String known(String name) {
    if (!PausedUpstreams.KNOWN.contains(name)) {
      throw new ProblemException(
          ProblemType.INVALID_REQUEST,
          "There is no such upstream; it is one of %s."
              .formatted(String.join(", ", PausedUpstreams.KNOWN)));
    }
    return name;
  }
}
