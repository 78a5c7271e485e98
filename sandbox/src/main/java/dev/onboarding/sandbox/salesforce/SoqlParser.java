package dev.onboarding.sandbox.salesforce;

import dev.onboarding.sandbox.salesforce.Soql.Condition;
import dev.onboarding.sandbox.salesforce.Soql.Kind;
import dev.onboarding.sandbox.salesforce.Soql.Literal;
import dev.onboarding.sandbox.salesforce.Soql.Order;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Reads SOQL: SELECT, FROM, WHERE, ORDER BY, LIMIT, OFFSET. What the sandbox does not know (GROUP
/// BY, child queries, semi-joins, TYPEOF) is refused as a malformed query.
final class SoqlParser {

  private static final int MOST_NESTED = 50;

  private final SoqlWords words;
  private int depth;

  private SoqlParser(String query) {
    this.words = new SoqlWords(query);
  }

  /// @throws SalesforceProblem MALFORMED_QUERY
  static Soql parse(String query) {
    return new SoqlParser(query).query();
  }

  private Soql query() {
    words.take("SELECT");
    List<String> select = selection();
    words.take("FROM");
    String from = words.takeName();
    Condition where = words.took("WHERE") ? condition() : null;
    List<Order> order = words.took("ORDER") ? order() : List.of();
    Integer limit = words.took("LIMIT") ? (Integer) words.takeCount() : null;
    int offset = words.took("OFFSET") ? words.takeCount() : 0;
    if (!words.done()) {
      throw words.unexpected();
    }
    return new Soql(select, from, where, order, limit, offset);
  }

  private List<String> selection() {
    var paths = new ArrayList<String>();
    if (words.took("COUNT")) {
      words.take("(");
      words.take(")");
      return paths;
    }
    do {
      paths.add(words.takeName());
    } while (words.took(","));
    return paths;
  }

  private Condition condition() {
    var parts = new ArrayList<Condition>(List.of(term()));
    if (words.took("OR")) {
      do {
        parts.add(term());
      } while (words.took("OR"));
      refuseMixed("AND");
      return new Condition.Any(parts);
    }
    while (words.took("AND")) {
      parts.add(term());
    }
    refuseMixed("OR");
    return parts.size() == 1 ? parts.getFirst() : new Condition.All(parts);
  }

  /// The service wants parentheses around mixed AND and OR.
  private void refuseMixed(String other) {
    if (words.took(other)) {
      throw SalesforceProblem.malformedQuery("unexpected token: '" + other + "'");
    }
  }

  private Condition term() {
    if (++depth > MOST_NESTED) {
      throw SalesforceProblem.malformedQuery("The query is nested too deeply");
    }
    try {
      if (words.took("NOT")) {
        return new Condition.Not(term());
      }
      if (words.took("(")) {
        Condition inner = condition();
        words.take(")");
        return inner;
      }
      return comparison(words.takeName());
    } finally {
      depth--;
    }
  }

  private Condition comparison(String path) {
    if (words.took("IN")) {
      return new Condition.Membership(path, false, literals());
    }
    if (words.took("NOT")) {
      words.take("IN");
      return new Condition.Membership(path, true, literals());
    }
    if (words.took("LIKE")) {
      return new Condition.Comparison(path, "LIKE", literal());
    }
    for (String operator : List.of("=", "!=", "<>", "<=", ">=", "<", ">")) {
      if (words.took(operator)) {
        return new Condition.Comparison(path, operator.replace("<>", "!="), literal());
      }
    }
    throw words.unexpected();
  }

  private List<Literal> literals() {
    var literals = new ArrayList<Literal>();
    words.take("(");
    do {
      literals.add(literal());
    } while (words.took(","));
    words.take(")");
    return literals;
  }

  private Literal literal() {
    SoqlWords.Word word = words.peek();
    Kind kind = word == null ? null : kind(word);
    if (kind == null) {
      throw words.unexpected();
    }
    String text = words.take().text();
    return new Literal(kind, kind == Kind.TEXT ? unquoted(text) : text);
  }

  private static @Nullable Kind kind(SoqlWords.Word word) {
    return switch (word.kind()) {
      case "text" -> Kind.TEXT;
      case "number" -> Kind.NUMBER;
      case "date" -> Kind.DATE;
      case "datetime" -> Kind.DATETIME;
      case "name" ->
          switch (word.text().toUpperCase(Locale.ROOT)) {
            case "NULL" -> Kind.NOTHING;
            case "TRUE", "FALSE" -> Kind.FLAG;
            case "TODAY", "YESTERDAY", "TOMORROW" -> Kind.NAMED_DATE;
            default ->
                word.text().toUpperCase(Locale.ROOT).matches("(LAST|NEXT)_N_DAYS:\\d{1,5}")
                    ? Kind.NAMED_DATE
                    : null;
          };
      default -> null;
    };
  }

  /// `\%` and `\_` keep their backslash: they mean something to LIKE.
  private static String unquoted(String text) {
    return text.substring(1, text.length() - 1).replaceAll("\\\\([^%_])", "$1");
  }

  private List<Order> order() {
    words.take("BY");
    var order = new ArrayList<Order>();
    do {
      String path = words.takeName();
      boolean descending = words.took("DESC");
      if (!descending) {
        words.took("ASC");
      }
      boolean last = false;
      if (words.took("NULLS")) {
        last = words.took("LAST");
        if (!last) {
          words.take("FIRST");
        }
      }
      order.add(new Order(path, descending, last));
    } while (words.took(","));
    return order;
  }
}
