package dev.onboarding.sandbox.netsuite;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// The currencies of the books. One that is not known is added without an exchange rate.
final class Currencies {

  /// A row of the currency table.
  record Entry(long id, String name, @Nullable BigDecimal rate) {}

  private final Connection connection;

  Currencies(Connection connection) {
    this.connection = connection;
  }

  Entry of(String symbol) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT id, name, exchangerate FROM currency WHERE symbol = ?")) {
      select.setString(1, symbol);
      try (ResultSet found = select.executeQuery()) {
        return found.next()
            ? new Entry(found.getLong(1), found.getString(2), found.getBigDecimal(3))
            : added(symbol);
      }
    }
  }

  private Entry added(String symbol) throws SQLException {
    long id = 100L + Math.floorMod(symbol.hashCode(), 1_000_000);
    Insert.into("currency")
        .set("id", id)
        .set("name", symbol)
        .set("symbol", symbol)
        .set("isbasecurrency", "F")
        .set("isinactive", "F")
        .run(connection);
    return new Entry(id, symbol, null);
  }
}
