package dev.onboarding.sandbox.salesforce;

import dev.onboarding.sandbox.story.SalesforceId;
import dev.onboarding.sandbox.wire.Answer;
import dev.onboarding.sandbox.wire.Call;
import dev.onboarding.sandbox.wire.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Single rows, and collections of rows by id.
final class RowReads {

  private static final int MOST_IDS = 2_000;

  private final Org org;

  RowReads(Org org) {
    this.org = org;
  }

  Answer row(Call call, String version, String type, String id) {
    SObject object = object(type);
    if (!SalesforceId.isOne(id)) {
      throw new SalesforceProblem(
          400,
          "MALFORMED_ID",
          "%s ID: id value of incorrect type: %s".formatted(type, id),
          List.of("Id"));
    }
    String fields = call.parameter("fields");
    List<FieldPath> paths =
        fields == null ? everyField(object) : paths(object, List.of(fields.split(",", -1)));
    Row row = org.row(object, id).orElseThrow(SalesforceProblem::notFound);
    if (row.deleted()) {
      throw new SalesforceProblem(404, "ENTITY_IS_DELETED", "entity is deleted");
    }
    return Answer.json(200, new Records(org, version).record(row, paths));
  }

  Answer byParameters(Call call, String version, String type) {
    return collection(version, type, split(call.parameter("ids")), split(call.parameter("fields")));
  }

  Answer byBody(Call call, String version, String type) {
    JsonNode body = call.json();
    return collection(version, type, texts(body.path("ids")), texts(body.path("fields")));
  }

  Answer describe(String type) {
    SObject object = object(type);
    ObjectNode description =
        Json.object().put("name", object.name()).put("label", object.name()).put("queryable", true);
    ArrayNode fields = description.putArray("fields");
    for (SField field : object.fields()) {
      fields
          .addObject()
          .put("name", field.name())
          .put("type", field.spelled().toLowerCase(java.util.Locale.ROOT))
          .put("relationshipName", field.relationship())
          .put("custom", field.name().endsWith("__c"));
    }
    return Answer.json(200, description);
  }

  /// Answers stand where their ids stood; an id that leads to nothing readable is null.
  private Answer collection(String version, String type, List<String> ids, List<String> fields) {
    SObject object = object(type);
    if (ids.isEmpty() || ids.size() > MOST_IDS) {
      throw new SalesforceProblem(
          400, "EXCEEDED_ID_LIMIT", "Give between 1 and " + MOST_IDS + " ids");
    }
    List<FieldPath> paths = paths(object, fields);
    var records = new Records(org, version);
    ArrayNode answer = Json.array();
    for (String id : ids) {
      Optional<Row> row =
          SalesforceId.isOne(id) ? org.row(object, id).filter(r -> !r.deleted()) : Optional.empty();
      if (row.isPresent()) {
        answer.add(records.record(row.get(), paths));
      } else {
        answer.addNull();
      }
    }
    return Answer.json(200, answer);
  }

  private static SObject object(String type) {
    return SObject.named(type).orElseThrow(SalesforceProblem::notFound);
  }

  private static List<FieldPath> paths(SObject object, List<String> fields) {
    if (fields.isEmpty()) {
      throw new SalesforceProblem(400, "REQUIRED_FIELD_MISSING", "Name the fields to read");
    }
    return fields.stream().map(field -> FieldPath.of(object, field.trim())).toList();
  }

  private static List<FieldPath> everyField(SObject object) {
    var paths = new ArrayList<FieldPath>();
    object.fields().forEach(field -> paths.add(new FieldPath(List.of(), field)));
    return paths;
  }

  private static List<String> split(@Nullable String list) {
    return list == null || list.isBlank() ? List.of() : List.of(list.split(",", -1));
  }

  private static List<String> texts(JsonNode array) {
    var texts = new ArrayList<String>();
    array.forEach(item -> texts.add(item.asString("")));
    return texts;
  }
}
