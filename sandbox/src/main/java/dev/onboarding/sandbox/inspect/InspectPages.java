package dev.onboarding.sandbox.inspect;

import dev.onboarding.sandbox.wire.Answer;
import dev.onboarding.sandbox.wire.Call;
import dev.onboarding.sandbox.wire.ControlProblem;
import dev.onboarding.sandbox.wire.Routes;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// `/inspect/{system}`: read and clear what reached a system and what it brought about;
/// `/inspect/{system}/counts` only counts, and is cheap however much happened.
public final class InspectPages {

  private final Map<String, Inspected> systems;

  public InspectPages(Map<String, Inspected> systems) {
    this.systems = systems;
  }

  public void on(Routes routes) {
    routes
        .on("GET", "/inspect/{system}", (call, path) -> shown(of(path)))
        .on("GET", "/inspect/{system}/counts", (call, path) -> counts(call, of(path)))
        .on("DELETE", "/inspect/{system}", (call, path) -> cleared(of(path)));
  }

  private static Answer shown(Inspected inspected) {
    ArrayNode effects = inspected.system().effects();
    ObjectNode json = inspected.journal().json();
    json.put("effects_total", effects.size()).set("effects", effects);
    return Answer.json(200, json);
  }

  private static Answer counts(Call call, Inspected inspected) {
    ObjectNode json = inspected.journal().counts();
    json.set("effects", inspected.system().tally().json("true".equals(call.parameter("keys"))));
    return Answer.json(200, json);
  }

  private static Answer cleared(Inspected inspected) {
    inspected.journal().clear();
    inspected.system().forgetEffects();
    return Answer.empty(204);
  }

  private Inspected of(Map<String, String> path) {
    Inspected found = systems.get(path.getOrDefault("system", ""));
    if (found == null) {
      throw new ControlProblem(404, "No such system: one of " + systems.keySet());
    }
    return found;
  }
}
