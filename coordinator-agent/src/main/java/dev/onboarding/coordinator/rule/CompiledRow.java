package dev.onboarding.coordinator.rule;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelVariableResolver;
import dev.onboarding.model.decision.FiredRow;
import dev.onboarding.model.decision.Tier;
import dev.onboarding.model.finding.Domain;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// A row that has passed the type check and can be tried; whatever is not a plain "no" fires.
///
/// @param index place in the table
record CompiledRow(
    Row row,
    int index,
    CelAbstractSyntaxTree condition,
    CelRuntime.Program program,
    Sentence says,
    Sentence owner,
    Sentence remedy) {

  void tryOn(Subject subject, CelVariableResolver facts, List<Fired> fired) {
    Object answer;
    try {
      answer = program.eval(facts);
    } catch (CelEvaluationException e) {
      fired.add(unanswered(subject, "its condition failed with " + e.getErrorCode()));
      return;
    }
    if (Boolean.TRUE.equals(answer)) {
      fired.add(fired(subject));
    } else if (!Boolean.FALSE.equals(answer)) {
      fired.add(unanswered(subject, "a fact it asks for was not supplied"));
    }
  }

  private Fired fired(Subject subject) {
    return new Fired(
        this,
        subject,
        new FiredRow(
            idFor(subject.domain()),
            subject.domain(),
            row.tier(),
            says.filledFrom(subject),
            owner.filledFrom(subject),
            remedy.filledFrom(subject)));
  }

  private Fired unanswered(Subject subject, String because) {
    return new Fired(
        this,
        subject,
        new FiredRow(
            idFor(subject.domain()),
            subject.domain(),
            Tier.VIOLATION,
            "This rule could not be answered, so it counts as a violation: " + because + ".",
            "IT/DevOps",
            "Correct the row of the rule set, or the agent that supplies its facts."));
  }

  /// A row on `any` carries the domain it fired for, for example `INVOICE-FAILED`.
  private String idFor(Domain domain) {
    return row.on().equals(FactSource.ANY) ? domain.name() + "-" + row.id() : row.id();
  }

  /// Whether it fires on these facts, whatever it then says.
  boolean firesOn(CelVariableResolver facts) {
    try {
      return !Boolean.FALSE.equals(program.eval(facts));
    } catch (CelEvaluationException _) {
      return true;
    }
  }

  /// The facts that the condition asks for, in its order.
  List<String> asked() {
    Set<String> names = new LinkedHashSet<>();
    CelNavigableAst.fromAst(condition)
        .getRoot()
        .allNodes()
        .filter(node -> node.getKind() == Kind.IDENT)
        .forEach(node -> names.add(node.expr().ident().name()));
    return List.copyOf(names);
  }

  /// A row with what it fired on.
  record Fired(CompiledRow of, Subject subject, FiredRow row) {

    int index() {
      return of.index();
    }
  }
}
