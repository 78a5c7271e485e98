package dev.onboarding.sandbox.broker;

import dev.onboarding.sandbox.story.ProvisionerData;
import dev.onboarding.sandbox.story.Stories;
import dev.onboarding.sandbox.story.Told;
import dev.onboarding.sandbox.wire.Answer;
import dev.onboarding.sandbox.wire.Call;
import dev.onboarding.sandbox.wire.Json;
import dev.onboarding.sandbox.wire.Tally;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The tenants that were ordered, and what may be asked of them.
final class Tenants {

  private static final ProvisionerData AT_ONCE = new ProvisionerData(false, 0, false);

  private final Stories stories;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();
  private final Map<String, Tenant> tenants = new LinkedHashMap<>();
  private final Tally tally = new Tally();

  Tenants(Stories stories, Clock clock) {
    this.stories = stories;
    this.clock = clock;
  }

  /// 201 the first time, 200 for the same again, 409 for the same id with other attributes; 202 and
  /// later an answer to polling where the account's story says so.
  synchronized Answer provision(Call call, String id) {
    JsonNode body = call.json();
    String plan = plan(body);
    for (String field : new String[] {"organization_guid", "space_guid"}) {
      if (body.path(field).asString("").isEmpty()) {
        throw BrokerProblem.malformed(field + " is required");
      }
    }
    JsonNode parameters =
        body.path("parameters").isObject() ? body.get("parameters") : Json.object();
    Tenant before = tenants.get(id);
    boolean first = before == null || before.state() == Tenant.State.FAILED;
    if (first && behaviour(body).async() && !"true".equals(call.parameter("accepts_incomplete"))) {
      tally.count("tenants_ordered", id);
      throw BrokerProblem.needsAsync();
    }
    Tenant tenant = ordered(id, plan, parameters, body);
    boolean busy = tenant.state() == Tenant.State.IN_PROGRESS;
    return Answer.json(busy ? 202 : first ? 201 : 200, ordered(call, id, busy));
  }

  /// The tenant of that id, made if there is none: of the same attributes, or there is a conflict.
  synchronized Tenant ordered(String id, String plan, JsonNode parameters) {
    return ordered(id, plan, parameters, parameters);
  }

  /// @param order names, somewhere, the account whose story the tenant follows
  private Tenant ordered(String id, String plan, JsonNode parameters, JsonNode order) {
    tally.count("tenants_ordered", id);
    Tenant known = tenants.get(id);
    if (known != null && known.state() != Tenant.State.FAILED) {
      if (!known.sameAs(plan, parameters)) {
        throw BrokerProblem.conflict();
      }
      return known;
    }
    String key = account(order).map(Told::key).orElse(null);
    tally.count("tenants_created", id);
    var tenant = new Tenant(id, plan, parameters, key, behaviour(order), clock.instant());
    tenants.put(id, tenant);
    return tenant;
  }

  private ProvisionerData behaviour(JsonNode order) {
    return account(order).map(told -> told.story().provisioner()).orElse(AT_ONCE);
  }

  synchronized @Nullable Tenant find(String id) {
    return tenants.get(id);
  }

  synchronized void forget(String id) {
    tenants.remove(id);
  }

  /// The credentials under that key, the same however often they are asked for.
  synchronized ObjectNode issued(Call call, String id, String key) {
    Tenant tenant = ready(id);
    if (!tenant.bindings().containsKey(key)) {
      tally.count("credentials_issued", id);
    }
    return tenant.bindings().computeIfAbsent(key, name -> credentials(call, id));
  }

  synchronized Answer read(Call call, String id) {
    Tenant tenant = tenants.get(id);
    if (tenant == null || tenant.state() != Tenant.State.SUCCEEDED) {
      throw BrokerProblem.notFound();
    }
    return Answer.json(200, tenant.json(dashboard(call, id)));
  }

  synchronized Answer lastOperation(String id) {
    Tenant tenant = tenants.get(id);
    if (tenant == null) {
      throw BrokerProblem.gone();
    }
    return Answer.json(200, tenant.poll());
  }

  synchronized Answer update(Call call, String id) {
    JsonNode body = call.json();
    if (!body.path("service_id").asString("").equals(Plans.SERVICE)) {
      throw BrokerProblem.malformed("service_id is required and names a service of the catalogue");
    }
    Tenant tenant = ready(id);
    String plan = body.path("plan_id").asString("");
    if (!plan.isEmpty() && !tenant.hasPlan(plan)) {
      throw BrokerProblem.malformed("The plan of a tenant cannot be changed");
    }
    tally.count("tenants_updated", id);
    tenant.update(body.path("parameters"));
    return Answer.json(200, Json.object());
  }

  synchronized Answer remove(Call call, String id) {
    required(call);
    if (tenants.containsKey(id) && tenants.get(id).state() == Tenant.State.IN_PROGRESS) {
      throw BrokerProblem.busy();
    }
    if (tenants.remove(id) == null) {
      throw BrokerProblem.gone();
    }
    return Answer.json(200, Json.object());
  }

  synchronized Answer bind(Call call, String id, String binding) {
    String plan = plan(call.json());
    Tenant tenant = ready(id);
    if (!tenant.hasPlan(plan)) {
      throw BrokerProblem.conflict();
    }
    boolean first = !tenant.bindings().containsKey(binding);
    return Answer.json(first ? 201 : 200, bound(issued(call, id, binding)));
  }

  synchronized Answer binding(String id, String binding) {
    ObjectNode credentials = ready(id).bindings().get(binding);
    if (credentials == null) {
      throw BrokerProblem.notFound();
    }
    return Answer.json(200, bound(credentials));
  }

  synchronized Answer unbind(Call call, String id, String binding) {
    required(call);
    if (ready(id).bindings().remove(binding) == null) {
      throw BrokerProblem.gone();
    }
    return Answer.json(200, Json.object());
  }

  synchronized ArrayNode effects() {
    ArrayNode effects = Json.array();
    tenants.values().forEach(tenant -> effects.add(tenant.effect()));
    return effects;
  }

  Tally tally() {
    return tally;
  }

  synchronized void forget() {
    tenants.clear();
    tally.clear();
  }

  synchronized Tenant ready(String id) {
    Tenant tenant = tenants.get(id);
    if (tenant == null || tenant.state() == Tenant.State.FAILED) {
      throw BrokerProblem.notFound();
    }
    if (tenant.state() == Tenant.State.IN_PROGRESS) {
      throw BrokerProblem.busy();
    }
    return tenant;
  }

  private static String plan(JsonNode body) {
    String plan = body.path("plan_id").asString("");
    if (!body.path("service_id").asString("").equals(Plans.SERVICE) || Plans.name(plan).isEmpty()) {
      throw BrokerProblem.malformed("service_id and plan_id must name an entry of the catalogue");
    }
    return plan;
  }

  private static void required(Call call) {
    if (call.parameter("service_id") == null || call.parameter("plan_id") == null) {
      throw BrokerProblem.malformed("service_id and plan_id are required in the query");
    }
  }

  /// The account that any value of the order names.
  private Optional<Told> account(JsonNode body) {
    if (body.isString()) {
      return stories.find(body.asString());
    }
    for (JsonNode part : body) {
      Optional<Told> found = account(part);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private ObjectNode credentials(Call call, String id) {
    var secret = new byte[24];
    random.nextBytes(secret);
    return Json.object()
        .put("api_key", "key_" + HexFormat.of().formatHex(secret))
        .put("tenant_id", id)
        .put("endpoint", dashboard(call, id) + "/api");
  }

  private static ObjectNode bound(ObjectNode credentials) {
    ObjectNode body = Json.object();
    body.set("credentials", credentials);
    return body;
  }

  private static ObjectNode ordered(Call call, String id, boolean busy) {
    ObjectNode body = Json.object().put("dashboard_url", dashboard(call, id));
    return busy ? body.put("operation", "provision") : body;
  }

  static String dashboard(Call call, String id) {
    return call.base() + "/tenants/" + id;
  }
}
