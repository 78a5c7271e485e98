package dev.onboarding.sandbox.broker;

import dev.onboarding.sandbox.wire.Json;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The catalogue: one service, one plan a tier.
final class Plans {

  static final String SERVICE = id("service/tenant");

  private static final Map<String, String> TIERS = tiers();

  private Plans() {}

  static Optional<String> name(String planId) {
    return TIERS.entrySet().stream()
        .filter(tier -> id("plan/" + tier.getKey()).equals(planId))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  static Optional<String> idOf(String tier) {
    return TIERS.containsKey(tier) ? Optional.of(id("plan/" + tier)) : Optional.empty();
  }

  static ObjectNode catalog() {
    ObjectNode catalog = Json.object();
    ObjectNode service =
        catalog
            .putArray("services")
            .addObject()
            .put("id", SERVICE)
            .put("name", "tenant")
            .put("description", "A tenant of the product")
            .put("bindable", true)
            .put("instances_retrievable", true)
            .put("bindings_retrievable", true)
            .put("plan_updateable", false);
    ArrayNode plans = service.putArray("plans");
    TIERS.forEach((name, description) ->
        plans
            .addObject()
            .put("id", id("plan/" + name))
            .put("name", name)
            .put("description", description)
            .put("free", false));
    return catalog;
  }

  private static Map<String, String> tiers() {
    var tiers = new LinkedHashMap<String, String>();
    tiers.put("enterprise", "100 users, 500 GB, 10,000 API calls a minute");
    tiers.put("growth", "25 users, 100 GB, 5,000 API calls a minute");
    tiers.put("starter", "5 users, 25 GB, 1,000 API calls a minute");
    return tiers;
  }

  private static String id(String name) {
    return UUID.nameUUIDFromBytes(("sandbox/" + name).getBytes(StandardCharsets.UTF_8)).toString();
  }
}
