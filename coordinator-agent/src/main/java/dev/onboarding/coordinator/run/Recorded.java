package dev.onboarding.coordinator.run;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The outcomes that one attempt has recorded so far.
public final class Recorded {

  private final JsonMapper json;
  private final Map<String, JsonNode> outcomes;
  private final Set<String> intended;
  private final Map<String, Object> read;

  /// @param intended the steps that were begun, whether their outcome is known or not
  Recorded(JsonMapper json, Map<String, JsonNode> outcomes, Set<String> intended) {
    this(json, outcomes, intended, Map.of());
  }

  /// @param read what has been read of the outcomes already: a step asks for many, again and again
  private Recorded(
      JsonMapper json,
      Map<String, JsonNode> outcomes,
      Set<String> intended,
      Map<String, Object> read) {
    this.json = json;
    this.outcomes = Map.copyOf(outcomes);
    this.intended = Set.copyOf(intended);
    this.read = new ConcurrentHashMap<>(read);
  }

  public <T> Optional<T> of(StepName<T> step) {
    return Optional.ofNullable(outcomes.get(step.value()))
        .map(outcome ->
            read.computeIfAbsent(step.value(), name -> json.treeToValue(outcome, step.outcome())))
        .map(step.outcome()::cast);
  }

  /// As the journal keeps the outcome of the step of that name.
  public Optional<JsonNode> json(String step) {
    return Optional.ofNullable(outcomes.get(step));
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
    var readOfOthers = new HashMap<>(read);
    readOfOthers.remove(step.value());
    return new Recorded(json, more, intended, readOfOthers);
  }
}
