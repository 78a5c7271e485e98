package dev.onboarding.testkit;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/// Looks for a text in every column of every table of a database, whatever its type.
public final class DatabaseText {

  private static final String COLUMNS =
      """
      select format('%I.%I', n.nspname, c.relname), a.attname, a.atttypid = 'bytea'::regtype
      from pg_attribute a
      join pg_class c on c.oid = a.attrelid
      join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped
        and n.nspname not in ('pg_catalog', 'information_schema') and n.nspname !~ '^pg_'
      order by 1, a.attnum\
      """;

  private DatabaseText() {}

  /// @return every `schema.table.column` that holds the text, letters of any case, with how many
  ///   rows do
  public static List<String> holding(DataSource database, String text) {
    try (var connection = database.getConnection()) {
      var found = new ArrayList<String>();
      for (var column : columns(connection)) {
        long rows = rows(connection, column, text);
        if (rows > 0) {
          found.add("%s.%s: %d".formatted(column.table(), column.name(), rows));
        }
      }
      return List.copyOf(found);
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private static List<Column> columns(Connection connection) throws SQLException {
    var columns = new ArrayList<Column>();
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(COLUMNS)) {
      while (rows.next()) {
        columns.add(new Column(rows.getString(1), rows.getString(2), rows.getBoolean(3)));
      }
    }
    if (columns.isEmpty()) {
      throw new IllegalStateException("The database has no tables to look into");
    }
    return columns;
  }

  private static long rows(Connection connection, Column column, String text) throws SQLException {
    var value =
        column.binary()
            ? "encode(\"%s\", 'escape')".formatted(column.name())
            : "\"%s\"::text".formatted(column.name());
    var sql =
        "select count(*) from %s where position(lower(?) in lower(%s)) > 0"
            .formatted(column.table(), value);
    try (var statement = connection.prepareStatement(sql)) {
      statement.setString(1, text);
      try (var rows = statement.executeQuery()) {
        rows.next();
        return rows.getLong(1);
      }
    }
  }

  private record Column(String table, String name, boolean binary) {}
}
