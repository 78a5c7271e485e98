package dev.onboarding.sandbox.fault;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.onboarding.sandbox.wire.Answer;
import dev.onboarding.sandbox.wire.Call;
import dev.onboarding.sandbox.wire.ControlProblem;
import dev.onboarding.sandbox.wire.Routes;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/// `/faults/{system}`: read, set and clear what goes wrong; `/held`: the calls held open now;
/// `/struck`: how many calls each rule has struck.
public final class FaultPages {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .changeDefaultPropertyInclusion(i -> i.withValueInclusion(JsonInclude.Include.NON_NULL))
          .build();

  private final Map<String, Faults> faults;

  public FaultPages(Map<String, Faults> faults) {
    this.faults = faults;
  }

  public void on(Routes routes) {
    routes
        .on("GET", "/faults/{system}", (call, path) -> shown(of(path)))
        .on("GET", "/faults/{system}/held", (call, path) -> held(of(path)))
        .on("GET", "/faults/{system}/struck", (call, path) -> struck(of(path)))
        .on("PUT", "/faults/{system}", (call, path) -> set(call, of(path)))
        .on("DELETE", "/faults/{system}", (call, path) -> cleared(of(path)));
  }

  private static Answer set(Call call, Faults faults) {
    try {
      faults.plan(MAPPER.readValue(call.body(), FaultPlan.class));
      return shown(faults);
    } catch (JacksonException e) {
      throw new ControlProblem(400, e.getOriginalMessage());
    } catch (IllegalArgumentException e) {
      throw new ControlProblem(400, String.valueOf(e.getMessage()));
    }
  }

  private static Answer cleared(Faults faults) {
    faults.clear();
    return Answer.empty(204);
  }

  private static Answer held(Faults faults) {
    return Answer.json(200, MAPPER.valueToTree(Map.of("held", faults.held())));
  }

  private static Answer struck(Faults faults) {
    return Answer.json(200, MAPPER.valueToTree(Map.of("struck", faults.struck())));
  }

  private static Answer shown(Faults faults) {
    return Answer.json(200, MAPPER.valueToTree(faults.plan()));
  }

  private Faults of(Map<String, String> path) {
    Faults found = faults.get(path.getOrDefault("system", ""));
    if (found == null) {
      throw new ControlProblem(404, "No such system: one of " + faults.keySet());
    }
    return found;
  }
}
