package dev.onboarding.sandbox.salesforce;

import dev.onboarding.sandbox.salesforce.Soql.Condition;
import dev.onboarding.sandbox.salesforce.Soql.Kind;
import dev.onboarding.sandbox.salesforce.Soql.Literal;
import dev.onboarding.sandbox.salesforce.Soql.Order;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Finds the rows a query asks for.
final class SoqlSearch {

  private final Org org;
  private final SObject object;
  private final Soql query;
  private final boolean withDeleted;

  /// @param withDeleted true for queryAll
  /// @throws SalesforceProblem INVALID_TYPE
  SoqlSearch(Org org, Soql query, boolean withDeleted) {
    this.org = org;
    this.query = query;
    this.withDeleted = withDeleted;
    this.object =
        SObject.named(query.from()).orElseThrow(() -> SalesforceProblem.invalidType(query.from()));
  }

  SObject object() {
    return object;
  }

  /// @throws SalesforceProblem INVALID_FIELD, INVALID_QUERY_FILTER_OPERATOR
  List<Row> rows() {
    Condition where = query.where();
    Predicate<Row> wanted = where == null ? row -> true : predicate(where);
    Stream<Row> found = candidates().filter(row -> withDeleted || !row.deleted()).filter(wanted);
    if (!query.order().isEmpty()) {
      found = found.sorted(comparator());
    }
    found = found.skip(query.offset());
    Integer limit = query.limit();
    return limit == null ? found.toList() : found.limit(limit).toList();
  }

  /// Looks only at the stories that the query names, where it names some.
  private Stream<Row> candidates() {
    Condition where = query.where();
    return where == null
        ? org.rows(object)
        : named(where).map(values -> org.rows(object, values)).orElseGet(() -> org.rows(object));
  }

  private Optional<List<String>> named(Condition condition) {
    return switch (condition) {
      case Condition.All all ->
          all.parts().stream().map(this::named).flatMap(Optional::stream).findFirst();
      case Condition.Comparison(String path, String operator, Literal literal)
          when operator.equals("=") ->
          named(path, List.of(literal));
      case Condition.Membership(String path, boolean negated, List<Literal> literals)
          when !negated ->
          named(path, literals);
      default -> Optional.empty();
    };
  }

  private Optional<List<String>> named(String path, List<Literal> literals) {
    FieldPath at = FieldPath.of(object, path);
    boolean reached = at.references().isEmpty() || ofAccount(at);
    boolean texts = literals.stream().allMatch(literal -> literal.kind() == Kind.TEXT);
    return reached && texts && Org.identifies(at.field())
        ? Optional.of(literals.stream().map(Literal::text).toList())
        : Optional.empty();
  }

  private static boolean ofAccount(FieldPath path) {
    return path.references().size() == 1
        && path.references().getFirst().name().equals("AccountId")
        && path.field().name().equals("External_Key__c");
  }

  private Predicate<Row> predicate(Condition condition) {
    return switch (condition) {
      case Condition.All(List<Condition> parts) -> {
        List<Predicate<Row>> all = parts.stream().map(this::predicate).toList();
        yield row -> all.stream().allMatch(part -> part.test(row));
      }
      case Condition.Any(List<Condition> parts) -> {
        List<Predicate<Row>> any = parts.stream().map(this::predicate).toList();
        yield row -> any.stream().anyMatch(part -> part.test(row));
      }
      case Condition.Not(Condition part) -> predicate(part).negate();
      case Condition.Comparison comparison -> comparison(comparison);
      case Condition.Membership membership -> membership(membership);
    };
  }

  private Predicate<Row> comparison(Condition.Comparison comparison) {
    FieldPath path = FieldPath.of(object, comparison.path());
    if (comparison.operator().equals("LIKE") && path.field().type() != SField.Type.TEXT) {
      throw new SalesforceProblem(
          400,
          "INVALID_QUERY_FILTER_OPERATOR",
          "filter operator not valid: field '" + path.field().name() + "'");
    }
    Criterion criterion = Criterion.of(path.field(), comparison.literal(), org.clock());
    return row -> criterion.matches(comparison.operator(), path.value(row, org));
  }

  private Predicate<Row> membership(Condition.Membership membership) {
    FieldPath path = FieldPath.of(object, membership.path());
    var criteria = new ArrayList<Criterion>();
    for (Literal literal : membership.literals()) {
      criteria.add(Criterion.of(path.field(), literal, org.clock()));
    }
    Predicate<Row> in =
        row -> {
          Object value = path.value(row, org);
          return criteria.stream().anyMatch(criterion -> criterion.matches("=", value));
        };
    return membership.negated() ? in.negate() : in;
  }

  private Comparator<Row> comparator() {
    Comparator<Row> whole = Comparator.comparingInt(row -> 0);
    for (Order order : query.order()) {
      FieldPath path = FieldPath.of(object, order.path());
      boolean text = path.field().type() == SField.Type.TEXT;
      whole =
          whole.thenComparing(
              (a, b) -> compared(path.value(a, org), path.value(b, org), order, text));
    }
    return whole;
  }

  private static int compared(@Nullable Object a, @Nullable Object b, Order order, boolean text) {
    if (a == null || b == null) {
      int nullsFirst = Boolean.compare(a != null, b != null);
      return order.nullsLast() ? -nullsFirst : nullsFirst;
    }
    int ascending = Criterion.compared(a, b, text);
    return order.descending() ? -ascending : ascending;
  }
}
