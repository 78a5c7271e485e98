package dev.onboarding.coordinator.rule;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelCall;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.parser.CelUnparser;
import dev.cel.parser.CelUnparserFactory;
import dev.onboarding.coordinator.rule.Formula.Among;
import dev.onboarding.coordinator.rule.Formula.Answer;
import dev.onboarding.coordinator.rule.Formula.Atom;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/// Reads conditions over the same facts as formulas that can be put together.
final class FormulaReader {

  private static final Set<String> ASKS_FOR_ABSENCE =
      Set.of("_==_", "_!=_", "@in", "_&&_", "_||_", "_?_:_", "type", "dyn");

  private final CelUnparser unparser = CelUnparserFactory.newUnparser();
  private final Map<String, FactEntry> facts;
  private final Map<String, Set<Object>> constants = new HashMap<>();
  private final Map<String, Values> values = new HashMap<>();

  /// @param conditions every one that will be read
  FormulaReader(Map<String, FactEntry> facts, List<CelAbstractSyntaxTree> conditions) {
    this.facts = facts;
    conditions.forEach(condition -> collect(condition.getExpr()));
  }

  Formula read(CelAbstractSyntaxTree condition) {
    return read(condition.getExpr(), condition);
  }

  /// That the fact equals the constant, or not.
  Formula equal(String fact, Object constant) {
    Values of = valuesOf(Objects.requireNonNull(facts.get(fact)));
    return single(of, example -> Comparing.EQUAL.outcome(example, constant));
  }

  /// The values of a fact that the conditions can tell apart.
  List<@Nullable Object> examples(FactEntry fact) {
    return valuesOf(fact).examples();
  }

  private void collect(CelExpr expression) {
    Comparison comparison = Comparison.of(expression, facts);
    if (comparison != null) {
      comparison
          .constants()
          .forEach((fact, compared) ->
              constants.computeIfAbsent(fact, _ -> new TreeSet<>()).addAll(compared));
    }
    if (expression.getKind() == Kind.CALL) {
      expression.call().args().forEach(this::collect);
    }
  }

  private Formula read(CelExpr expression, CelAbstractSyntaxTree in) {
    if (expression.getKind() == Kind.CONSTANT
        && Operand.of(expression, facts) instanceof Operand.Constant(Boolean outcome)) {
      return Formula.fixed(outcome);
    }
    if (Operand.of(expression, facts) instanceof Operand.Asked(FactEntry fact)) {
      return single(valuesOf(fact), FormulaReader::flag);
    }
    Comparison comparison = Comparison.of(expression, facts);
    if (comparison != null) {
      return compared(comparison);
    }
    return expression.getKind() == Kind.CALL
        ? call(expression, expression.call(), in)
        : untaken(expression, in);
  }

  private Formula call(CelExpr expression, CelCall call, CelAbstractSyntaxTree in) {
    return switch (call.function()) {
      case "!_" -> new Formula.Not(read(call.args().getFirst(), in));
      case "_&&_" -> new Formula.And(read(call.args().get(0), in), read(call.args().get(1), in));
      case "_||_" -> Formula.or(read(call.args().get(0), in), read(call.args().get(1), in));
      case "_?_:_" ->
          new Formula.Choice(
              read(call.args().get(0), in),
              read(call.args().get(1), in),
              read(call.args().get(2), in));
      default -> untaken(expression, in);
    };
  }

  private static int flag(@Nullable Object example) {
    return example == null ? Formula.ERROR : example.equals(true) ? Formula.TRUE : Formula.FALSE;
  }

  private Formula compared(Comparison comparison) {
    return switch (comparison) {
      case Comparison.Fixed(int outcome) -> new Formula.Fixed(outcome);
      case Comparison.WithConstant one ->
          single(valuesOf(one.fact()), example -> one.outcome(example));
      case Comparison.OfTwo two -> ofTwo(two);
    };
  }

  private Formula single(Values of, ToIntFunction<@Nullable Object> outcome) {
    List<Answer> answers = new ArrayList<>();
    for (int each : List.of(Formula.TRUE, Formula.FALSE, Formula.ERROR)) {
      BitSet where = of.where(example -> outcome.applyAsInt(example) == each);
      if (!where.isEmpty()) {
        answers.add(new Answer(each, List.of(new Among(of, where))));
      }
    }
    return new Atom(answers);
  }

  /// How two facts stand to each other is a fact of its own, once both are there.
  private Formula ofTwo(Comparison.OfTwo two) {
    Values left = valuesOf(two.left());
    Values right = valuesOf(two.right());
    Values order = new Values(left.name() + " to " + right.name(), List.of(-1, 0, 1));
    List<Answer> answers = new ArrayList<>();
    for (int each : List.of(Formula.TRUE, Formula.FALSE, Formula.ERROR)) {
      BitSet where = order.where(example -> two.how().outcomeOf(order(example)) == each);
      add(answers, each, of(left, true), of(right, true), new Among(order, where));
      for (boolean leftThere : List.of(true, false)) {
        for (boolean rightThere : List.of(true, false)) {
          boolean absent = !leftThere || !rightThere;
          if (absent && two.how().outcomeOfAbsent(leftThere, rightThere) == each) {
            add(answers, each, of(left, leftThere), of(right, rightThere));
          }
        }
      }
    }
    return new Atom(answers);
  }

  private static int order(@Nullable Object example) {
    return example instanceof Integer order ? order : 0;
  }

  private static Among of(Values fact, boolean there) {
    return new Among(fact, there ? fact.present() : fact.absent());
  }

  private static void add(List<Answer> answers, int outcome, Among... needs) {
    if (List.of(needs).stream().noneMatch(need -> need.values().isEmpty())) {
      answers.add(new Answer(outcome, List.of(needs)));
    }
  }

  /// Anything else may be true or false, and is an error where a fact that it works with is absent.
  private Formula untaken(CelExpr expression, CelAbstractSyntaxTree in) {
    String text = unparser.unparse(CelAbstractSyntaxTree.newParsedAst(expression, in.getSource()));
    Values itself = new Values(text, List.of(true, false));
    Set<FactEntry> needed = new LinkedHashSet<>();
    needed(expression, needed);
    List<Answer> answers = new ArrayList<>();
    for (int each : List.of(Formula.TRUE, Formula.FALSE)) {
      List<Among> needs = new ArrayList<>();
      needs.add(new Among(itself, itself.where(example -> flag(example) == each)));
      needed.forEach(fact -> needs.add(of(valuesOf(fact), true)));
      answers.add(new Answer(each, needs));
    }
    needed.forEach(fact -> add(answers, Formula.ERROR, of(valuesOf(fact), false)));
    return new Atom(answers);
  }

  private void needed(CelExpr expression, Set<FactEntry> needed) {
    if (expression.getKind() != Kind.CALL || expression.call().function().equals("_?_:_")) {
      return;
    }
    CelCall call = expression.call();
    List<CelExpr> parts = new ArrayList<>(call.args());
    call.target().ifPresent(parts::add);
    for (CelExpr part : parts) {
      if (!ASKS_FOR_ABSENCE.contains(call.function())
          && Operand.of(part, facts) instanceof Operand.Asked(FactEntry fact)
          && fact.nullable()) {
        needed.add(fact);
      }
      needed(part, needed);
    }
  }

  private Values valuesOf(FactEntry fact) {
    return values.computeIfAbsent(
        fact.name(), name -> Values.of(fact, constants.getOrDefault(name, Set.of())));
  }
}
