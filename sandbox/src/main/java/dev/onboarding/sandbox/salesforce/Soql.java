package dev.onboarding.sandbox.salesforce;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A parsed query, names not yet looked up.
///
/// @param select paths such as `Owner.Email`; empty for `COUNT()`
record Soql(
    List<String> select,
    String from,
    @Nullable Condition where,
    List<Order> order,
    @Nullable Integer limit,
    int offset) {

  /// One term of ORDER BY.
  record Order(String path, boolean descending, boolean nullsLast) {}

  /// A literal as it was written.
  record Literal(Kind kind, String text) {}

  enum Kind {
    TEXT,
    NUMBER,
    FLAG,
    NOTHING,
    DATE,
    DATETIME,
    /// a named range of dates, for example `LAST_N_DAYS:30`
    NAMED_DATE
  }

  /// What a row must satisfy.
  sealed interface Condition {
    record All(List<Condition> parts) implements Condition {}

    record Any(List<Condition> parts) implements Condition {}

    record Not(Condition part) implements Condition {}

    record Comparison(String path, String operator, Literal literal) implements Condition {}

    record Membership(String path, boolean negated, List<Literal> literals) implements Condition {}
  }
}
