package dev.onboarding.sandbox.broker;

import dev.onboarding.sandbox.wire.Answer;
import dev.onboarding.sandbox.wire.Call;
import dev.onboarding.sandbox.wire.Json;
import dev.onboarding.sandbox.wire.Routes;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The same tenants behind the plain HTTP contract: `POST` with an `Idempotency-Key`, and a status
/// address for what takes longer.
final class PlainTenants {

  private final Tenants tenants;
  private final Routes routes = new Routes();

  /// What each key was first used for.
  private final Map<String, String> keys = new HashMap<>();

  PlainTenants(Tenants tenants) {
    this.tenants = tenants;
    routes
        .on("POST", "/tenants", (call, path) -> order(call))
        .on("GET", "/tenants/{id}", (call, path) -> standing(call, id(path), false))
        .on("GET", "/operations/{id}", (call, path) -> standing(call, id(path), true))
        .on("POST", "/tenants/{id}/suspension", (call, path) -> suspend(call, id(path)))
        .on("POST", "/tenants/{id}/credentials", (call, path) -> issue(call, id(path)))
        .on("DELETE", "/tenants/{id}", (call, path) -> remove(id(path)));
  }

  Routes routes() {
    return routes;
  }

  Answer answer(Call call) {
    synchronized (tenants) {
      try {
        return routes.answer(call).orElseThrow(PlainProblem::notFound);
      } catch (PlainProblem problem) {
        return problem.answer();
      } catch (BrokerProblem problem) {
        return PlainProblem.of(problem).answer();
      } catch (JacksonException e) {
        return new PlainProblem(400, "malformed", "The body is no JSON").answer();
      }
    }
  }

  void forget() {
    synchronized (tenants) {
      keys.clear();
    }
  }

  private Answer order(Call call) {
    JsonNode body = call.json();
    String id = required(body, "tenant_id");
    String plan =
        Plans.idOf(required(body, "tier").toLowerCase(Locale.ROOT))
            .orElseThrow(() -> new PlainProblem(400, "unknown_tier", "There is no such tier"));
    claim(call);
    Tenant known = tenants.find(id);
    boolean first = known == null || known.state() == Tenant.State.FAILED;
    Tenant tenant = tenants.ordered(id, plan, body);
    boolean busy = tenant.state() == Tenant.State.IN_PROGRESS;
    Answer answer = Answer.json(busy ? 202 : first ? 201 : 200, json(call, tenant));
    return busy ? answer.with("Location", statusUrl(call, id)) : answer;
  }

  private Answer standing(Call call, String id, boolean work) {
    Tenant tenant = tenants.find(id);
    if (tenant == null) {
      throw PlainProblem.notFound();
    }
    if (work) {
      tenant.poll();
    }
    return Answer.json(200, json(call, tenant));
  }

  private Answer suspend(Call call, String id) {
    claim(call);
    Tenant tenant = tenants.ready(id);
    tenants.tally().count("tenants_updated", id);
    tenant.update(Json.object().put("suspended", true));
    return Answer.json(200, json(call, tenant));
  }

  private Answer issue(Call call, String id) {
    String key = claim(call);
    ObjectNode body = Json.object();
    boolean first = !tenants.ready(id).bindings().containsKey(key);
    body.set("credentials", tenants.issued(call, id, key));
    return Answer.json(first ? 201 : 200, body);
  }

  /// A key that belonged to what is removed may be used again.
  private Answer remove(String id) {
    Tenant tenant = tenants.find(id);
    if (tenant == null) {
      throw PlainProblem.notFound();
    }
    if (tenant.state() == Tenant.State.IN_PROGRESS) {
      throw new PlainProblem(409, "busy", "Another operation on the tenant is in progress");
    }
    tenants.forget(id);
    keys.values().removeIf(use -> use.contains(id));
    return Answer.empty(204);
  }

  /// The call's key, unless it was used for something else before.
  private String claim(Call call) {
    String key = call.header("idempotency-key");
    if (key == null || key.isBlank()) {
      throw new PlainProblem(400, "idempotency_key_missing", "An Idempotency-Key is required");
    }
    String use = call.path() + " " + call.text();
    String before = keys.putIfAbsent(key, use);
    if (before != null && !before.equals(use)) {
      throw new PlainProblem(
          422, "idempotency_key_reused", "The Idempotency-Key was used for another request");
    }
    return key;
  }

  private static ObjectNode json(Call call, Tenant tenant) {
    ObjectNode json =
        Json.object()
            .put("tenant_id", tenant.id())
            .put("state", state(tenant))
            .put("login_url", Tenants.dashboard(call, tenant.id()));
    return switch (tenant.state()) {
      case IN_PROGRESS -> json.put("status_url", statusUrl(call, tenant.id()));
      case FAILED -> json.put("reason", "No capacity in the region");
      case SUCCEEDED -> json;
    };
  }

  private static String state(Tenant tenant) {
    return switch (tenant.state()) {
      case IN_PROGRESS -> "in_progress";
      case FAILED -> "failed";
      case SUCCEEDED -> tenant.isSuspended() ? "suspended" : "ready";
    };
  }

  private static String statusUrl(Call call, String id) {
    return call.root() + "/operations/" + id;
  }

  private static String required(JsonNode body, String field) {
    @Nullable String value = body.path(field).stringValue(null);
    if (value == null || value.isEmpty()) {
      throw new PlainProblem(400, "malformed", field + " is required");
    }
    return value;
  }

  private static String id(Map<String, String> path) {
    return path.getOrDefault("id", "");
  }
}
