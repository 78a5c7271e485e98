package dev.onboarding.sandbox.salesforce;

import dev.onboarding.sandbox.wire.Json;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// Rows as the service writes them: attributes first, what was selected and nothing else.
final class Records {

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSZ").withZone(ZoneOffset.UTC);

  private final Org org;
  private final String version;

  /// @param version as the caller wrote it, for example `v66.0`
  Records(Org org, String version) {
    this.org = org;
    this.version = version;
  }

  ObjectNode record(Row row, List<FieldPath> paths) {
    ObjectNode record = attributes(row);
    for (FieldPath path : paths) {
      put(record, row, path, 0);
    }
    return record;
  }

  private void put(ObjectNode record, Row row, FieldPath path, int depth) {
    if (depth == path.references().size()) {
      set(record, path.field().name(), row.value(path.field().name()));
      return;
    }
    SField reference = path.references().get(depth);
    String name = String.valueOf(reference.relationship());
    Optional<Row> parent = FieldPath.follow(row, reference, org);
    if (parent.isEmpty()) {
      record.putNull(name);
    } else {
      ObjectNode nested =
          record.get(name) instanceof ObjectNode begun ? begun : attributes(parent.get());
      record.set(name, nested);
      put(nested, parent.get(), path, depth + 1);
    }
  }

  private ObjectNode attributes(Row row) {
    String type = row.object().name();
    ObjectNode record = Json.object();
    record
        .putObject("attributes")
        .put("type", type)
        .put("url", "/services/data/" + version + "/sobjects/" + type + "/" + row.id());
    return record;
  }

  private static void set(ObjectNode record, String name, @Nullable Object value) {
    switch (value) {
      case null -> record.putNull(name);
      case Boolean flag -> record.put(name, flag);
      case BigDecimal number -> record.put(name, number);
      case LocalDate date -> record.put(name, date.toString());
      case Instant moment -> record.put(name, MOMENT.format(moment));
      default -> record.put(name, value.toString());
    }
  }
}
