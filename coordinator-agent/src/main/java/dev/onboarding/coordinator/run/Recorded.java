package dev.onboarding.coordinator.run;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The outcomes that one attempt has recorded so far.
public final class Recorded {

  private final JsonMapper json;
  private final Map<String, JsonNode> outcomes;

  Recorded(JsonMapper json, Map<String, JsonNode> outcomes) {
    this.json = json;
    this.outcomes = Map.copyOf(outcomes);
  }

  public <T> Optional<T> of(StepName<T> step) {
    return Optional.ofNullable(outcomes.get(step.value()))
        .map(outcome -> json.treeToValue(outcome, step.outcome()));
  }

  boolean has(StepName<?> step) {
    return outcomes.containsKey(step.value());
  }

  Recorded with(StepName<?> step, JsonNode outcome) {
    var more = new HashMap<>(outcomes);
    more.put(step.value(), outcome);
    return new Recorded(json, more);
  }
}
