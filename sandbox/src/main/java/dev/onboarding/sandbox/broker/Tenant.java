package dev.onboarding.sandbox.broker;

import dev.onboarding.sandbox.story.ProvisionerData;
import dev.onboarding.sandbox.wire.Json;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// One service instance and its bindings. Guarded by the lock of [Tenants].
final class Tenant {

  /// How far the work on it is.
  enum State {
    IN_PROGRESS("in progress"),
    SUCCEEDED("succeeded"),
    FAILED("failed");

    private final String spelled;

    State(String spelled) {
      this.spelled = spelled;
    }
  }

  private final String id;
  private final String planId;
  private final Instant created;
  private final @Nullable String account;
  private final ProvisionerData behaviour;
  private final Map<String, ObjectNode> bindings = new LinkedHashMap<>();
  private JsonNode parameters;
  private State state;
  private int pollsLeft;

  Tenant(
      String id,
      String planId,
      JsonNode parameters,
      @Nullable String account,
      ProvisionerData behaviour,
      Instant created) {
    this.id = id;
    this.planId = planId;
    this.parameters = parameters;
    this.account = account;
    this.behaviour = behaviour;
    this.created = created;
    this.pollsLeft = behaviour.polls();
    this.state = behaviour.async() ? State.IN_PROGRESS : State.SUCCEEDED;
  }

  String id() {
    return id;
  }

  boolean isSuspended() {
    return parameters.path("suspended").asBoolean(false);
  }

  State state() {
    return state;
  }

  Map<String, ObjectNode> bindings() {
    return bindings;
  }

  boolean hasPlan(String plan) {
    return planId.equals(plan);
  }

  boolean sameAs(String plan, JsonNode asked) {
    return planId.equals(plan) && parameters.equals(asked);
  }

  /// Takes over the parameters of an update.
  void update(JsonNode changed) {
    ObjectNode merged = parameters.isObject() ? (ObjectNode) parameters.deepCopy() : Json.object();
    changed.properties().forEach(field -> merged.set(field.getKey(), field.getValue()));
    parameters = merged;
  }

  /// One look at the work; the last one that is needed finishes it.
  ObjectNode poll() {
    if (state == State.IN_PROGRESS && pollsLeft-- <= 0) {
      state = behaviour.fails() ? State.FAILED : State.SUCCEEDED;
    }
    ObjectNode json = Json.object().put("state", state.spelled);
    return state == State.FAILED
        ? json.put("description", "The tenant could not be created: no capacity in the region")
        : json.put("description", "Tenant " + id);
  }

  ObjectNode json(String dashboard) {
    ObjectNode json =
        Json.object()
            .put("service_id", Plans.SERVICE)
            .put("plan_id", planId)
            .put("dashboard_url", dashboard);
    json.set("parameters", parameters);
    return json;
  }

  ObjectNode effect() {
    ObjectNode json =
        Json.object()
            .put("instance_id", id)
            .put("plan", Plans.name(planId).orElse(planId))
            .put("state", state.spelled)
            .put("account", account)
            .put("suspended", isSuspended())
            .put("created_at", created.toString());
    json.set("parameters", parameters);
    ArrayNode issued = json.putArray("bindings");
    bindings.forEach((binding, credentials) ->
        issued.addObject().put("binding_id", binding).set("credentials", credentials));
    return json;
  }
}
