package dev.onboarding.sandbox.story;

import dev.onboarding.sandbox.wire.Json;
import java.util.Locale;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/// "Everything in order": what is true of an account wherever its story says nothing else.
///
/// Objects are merged field by field; each element of a list is merged over the template of its
/// kind; a stated null stays null. `{key}`, `{slug}` and `{name}` are filled in.
final class StoryTemplate {

  static final JsonMapper MAPPER =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  private static final Map<String, String> LISTS =
      Map.of(
          "opportunities", "opportunity",
          "contracts", "contract",
          "envelopes", "envelope",
          "agreements", "agreement",
          "customers", "customer",
          "invoices", "invoice",
          "credits", "credit",
          "signers", "signer",
          "carbon_copies", "signer",
          "instalments", "instalment");

  private static final Map<String, String> AMOUNTS =
      Map.of("opportunities", "amount", "invoices", "net", "agreements", "value");

  private final JsonNode inOrder;

  StoryTemplate(JsonNode inOrder) {
    this.inOrder = inOrder;
  }

  /// The whole story of a key, from what is told of it.
  ///
  /// @throws StoryProblem when it cannot be read
  ObjectNode complete(String key, JsonNode told) {
    ObjectNode whole = merged("story", told);
    whole.put("key", key);
    if (!whole.has("agreements")) {
      whole.set("agreements", agreementsOf(whole.path("envelopes")));
    }
    for (var amount : AMOUNTS.entrySet()) {
      whole.path(amount.getKey()).forEach(item -> valued(item, amount.getValue(), whole));
    }
    return (ObjectNode) filled(whole, key, name(whole, key));
  }

  /// Where an amount is not mentioned it is the story's; a stated null stays empty.
  private static void valued(JsonNode item, String field, ObjectNode whole) {
    if (item instanceof ObjectNode object && !object.has(field)) {
      object.set(field, whole.path("amount"));
    }
  }

  static Story read(ObjectNode whole) {
    try {
      return MAPPER.treeToValue(whole, Story.class);
    } catch (JacksonException e) {
      String at =
          e instanceof tools.jackson.databind.DatabindException d ? d.getPathReference() : "";
      throw new StoryProblem("The story cannot be read: " + e.getOriginalMessage() + " " + at);
    }
  }

  private ObjectNode merged(String kind, JsonNode told) {
    if (!told.isObject()) {
      throw new StoryProblem("Expected an object for " + kind + ", found " + told);
    }
    ObjectNode template =
        inOrder.path(kind).isObject() ? (ObjectNode) inOrder.get(kind) : Json.object();
    ObjectNode result = overlaid(template, (ObjectNode) told);
    for (var list : LISTS.entrySet()) {
      if (result.path(list.getKey()).isArray()) {
        ArrayNode items = Json.array();
        result.get(list.getKey()).forEach(item -> items.add(merged(list.getValue(), item)));
        result.set(list.getKey(), items);
      }
    }
    return result;
  }

  static ObjectNode overlaid(ObjectNode below, ObjectNode above) {
    ObjectNode result = below.deepCopy();
    for (var field : above.properties()) {
      JsonNode under = result.get(field.getKey());
      boolean both = under instanceof ObjectNode && field.getValue().isObject();
      result.set(
          field.getKey(),
          both
              ? overlaid((ObjectNode) under, (ObjectNode) field.getValue())
              : field.getValue().deepCopy());
    }
    return result;
  }

  /// One agreement for each completed envelope: that is when DocuSign files one.
  private ArrayNode agreementsOf(JsonNode envelopes) {
    ArrayNode agreements = Json.array();
    for (int i = 0; i < envelopes.size(); i++) {
      if (envelopes.get(i).path("status").asString("").equals("completed")) {
        agreements.add(merged("agreement", Json.object().put("envelope", i)));
      }
    }
    return agreements;
  }

  private static String name(ObjectNode whole, String key) {
    return whole.path("account").path("name").asString(key).replace("{key}", key);
  }

  private static JsonNode filled(JsonNode node, String key, String name) {
    if (node.isString()) {
      String slug = key.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
      String text = node.asString();
      return StringNode.valueOf(
          text.replace("{key}", key).replace("{slug}", slug).replace("{name}", name));
    }
    if (node instanceof ObjectNode object) {
      object.properties().forEach(field -> field.setValue(filled(field.getValue(), key, name)));
    } else if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        array.set(i, filled(array.get(i), key, name));
      }
    }
    return node;
  }
}
