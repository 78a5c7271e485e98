package dev.onboarding.sandbox.netsuite;

import dev.onboarding.sandbox.wire.Json;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/// Runs SuiteQL: only SELECT, and every value comes back as a string, empty ones not at all.
final class SuiteQl {

  private static final int SECONDS = 20;
  private static final Pattern SELECT = Pattern.compile("(?is)\\s*(select|with)\\b.*");
  private static final Pattern DIALECT =
      Pattern.compile(
          "'(?:[^']|'')*'|\\bBUILTIN\\.(CF|DF)\\s*\\(\\s*([\\w.]+)\\s*\\)|\\bSYSDATE\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Set<String> DISPLAYED =
      Set.of(
          "type",
          "entity",
          "status",
          "currency",
          "approvalstatus",
          "itemtype",
          "subsidiary",
          "linktype");
  private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("M/d/yyyy");

  private final Books books;

  SuiteQl(Books books) {
    this.books = books;
  }

  /// @throws NetSuiteProblem INVALID_PARAMETER when the query is none, or is refused by the engine
  List<ObjectNode> rows(String query) {
    if (!SELECT.matcher(query).matches()) {
      throw refused("Only SELECT is supported.");
    }
    try (Connection connection = books.reader();
        PreparedStatement statement = connection.prepareStatement(translated(query))) {
      statement.setQueryTimeout(SECONDS);
      try (ResultSet results = statement.executeQuery()) {
        var rows = new ArrayList<ObjectNode>();
        while (results.next()) {
          rows.add(row(results));
        }
        return rows;
      }
    } catch (SQLException e) {
      throw refused(String.valueOf(e.getMessage()).replaceAll("(?s); SQL statement:.*", ""));
    }
  }

  /// BUILTIN.DF and BUILTIN.CF become the columns that hold their answers.
  static String translated(String query) {
    Matcher matcher = DIALECT.matcher(query.strip().replaceAll(";+$", ""));
    return matcher.replaceAll(match -> {
      String text = match.group();
      if (text.startsWith("'")) {
        return Matcher.quoteReplacement(text);
      }
      return match.group(1) == null ? "CURRENT_DATE" : builtin(match.group(1), match.group(2));
    });
  }

  private static String builtin(String function, String column) {
    String name = column.substring(column.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    boolean code = function.equalsIgnoreCase("CF");
    boolean known = code ? name.equals("status") : DISPLAYED.contains(name);
    return known ? column + (code ? "__cf" : "__df") : column;
  }

  private static ObjectNode row(ResultSet results) throws SQLException {
    ResultSetMetaData columns = results.getMetaData();
    ObjectNode row = Json.object();
    row.putArray("links");
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      Object value = results.getObject(i);
      if (value != null) {
        row.put(label(columns.getColumnLabel(i), i), text(value));
      }
    }
    return row;
  }

  private static String label(String label, int position) {
    String name = label.toLowerCase(Locale.ROOT);
    boolean expression = name.endsWith("__df") || name.endsWith("__cf") || !name.matches("\\w+");
    return expression ? "expr" + position : name;
  }

  private static String text(Object value) {
    return switch (value) {
      case Date date -> date.toLocalDate().format(DATE);
      case LocalDate date -> date.format(DATE);
      case Timestamp moment -> moment.toLocalDateTime().format(DATE);
      case BigDecimal number ->
          number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
      case Boolean flag -> flag ? "T" : "F";
      default -> value.toString();
    };
  }

  private static NetSuiteProblem refused(String why) {
    return NetSuiteProblem.badRequest(
        "INVALID_PARAMETER",
        "Invalid search query. Detailed unprocessed description follows. " + why);
  }
}
