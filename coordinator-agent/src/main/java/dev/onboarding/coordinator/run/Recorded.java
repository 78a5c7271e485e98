package dev.onboarding.coordinator.run;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The outcomes that one attempt has recorded so far.
public final class Recorded {

  private final JsonMapper json;
  private final Map<String, JsonNode> outcomes;
  private final Set<String> intended;

  /// @param intended the steps that were begun, whether their outcome is known or not
  Recorded(JsonMapper json, Map<String, JsonNode> outcomes, Set<String> intended) {
    this.json = json;
    this.outcomes = Map.copyOf(outcomes);
    this.intended = Set.copyOf(intended);
  }

  public <T> Optional<T> of(StepName<T> step) {
    return Optional.ofNullable(outcomes.get(step.value()))
        .map(outcome -> json.treeToValue(outcome, step.outcome()));
  }

  /// Whether it may have done something outside.
  public boolean begun(StepName<?> step) {
    return intended.contains(step.value()) || has(step);
  }

  boolean has(StepName<?> step) {
    return outcomes.containsKey(step.value());
  }

  Recorded with(StepName<?> step, JsonNode outcome) {
    var more = new HashMap<>(outcomes);
    more.put(step.value(), outcome);
    return new Recorded(json, more, intended);
  }
}
