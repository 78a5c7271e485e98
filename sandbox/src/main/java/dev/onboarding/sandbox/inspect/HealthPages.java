package dev.onboarding.sandbox.inspect;

import dev.onboarding.sandbox.wire.Answer;
import dev.onboarding.sandbox.wire.Json;
import dev.onboarding.sandbox.wire.Routes;
import java.util.Map;

/// `/actuator/health` and `/actuator/prometheus`, at the addresses where all our processes have
/// them.
public final class HealthPages {

  private final Map<String, Inspected> systems;

  public HealthPages(Map<String, Inspected> systems) {
    this.systems = systems;
  }

  public void on(Routes routes) {
    routes
        .on(
            "GET",
            "/actuator/health",
            (c, p) -> Answer.json(200, Json.object().put("status", "UP")))
        .on(
            "GET",
            "/actuator/prometheus",
            (c, p) -> Answer.text(200, "text/plain;version=0.0.4;charset=utf-8", counts()));
  }

  private String counts() {
    var text = new StringBuilder("# TYPE sandbox_calls_total counter\n");
    systems.forEach((name, inspected) -> {
      Journal journal = inspected.journal();
      line(text, name, "api", journal.apiCalls());
      line(text, name, "token", journal.tokenCalls());
    });
    return text.toString();
  }

  private static void line(StringBuilder text, String system, String kind, long count) {
    text.append("sandbox_calls_total{system=\"")
        .append(system)
        .append("\",kind=\"")
        .append(kind)
        .append("\"} ")
        .append(count)
        .append('\n');
  }
}
