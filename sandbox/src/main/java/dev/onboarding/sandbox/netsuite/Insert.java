package dev.onboarding.sandbox.netsuite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One row to be written, column by column.
final class Insert {

  private final String table;
  private final Map<String, @Nullable Object> values = new LinkedHashMap<>();

  private Insert(String table) {
    this.table = table;
  }

  static Insert into(String table) {
    return new Insert(table);
  }

  Insert set(String column, @Nullable Object value) {
    values.put(column, value instanceof Instant at ? Timestamp.from(at) : value);
    return this;
  }

  Insert flag(String column, boolean value) {
    return set(column, value ? "T" : "F");
  }

  void run(Connection connection) throws SQLException {
    String columns = String.join(", ", values.keySet());
    String marks = String.join(", ", Collections.nCopies(values.size(), "?"));
    String sql = "INSERT INTO " + table + " (" + columns + ") VALUES (" + marks + ")";
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      int index = 0;
      for (Object value : new ArrayList<>(values.values())) {
        insert.setObject(++index, value);
      }
      insert.execute();
    }
  }
}
