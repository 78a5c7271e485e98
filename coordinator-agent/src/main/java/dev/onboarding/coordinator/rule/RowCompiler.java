package dev.onboarding.coordinator.rule;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.CelType;
import dev.cel.common.types.NullableType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Type-checks conditions against the facts of their domain, and reports what is wrong instead of
/// throwing.
final class RowCompiler {

  private final CelRuntime runtime = CelRuntimeFactory.plannerRuntimeBuilder().build();
  private final Map<String, CelCompiler> compilers = new HashMap<>();
  private final Problems problems;

  RowCompiler(Problems problems) {
    this.problems = problems;
  }

  Optional<CompiledRow> compile(RuleFile.LocatedRow located, int index) {
    Row row = located.row();
    Optional<FactSource> source = FactSource.named(row.on());
    if (source.isEmpty()) {
      return Optional.empty();
    }
    int before = problems.count();
    Sentence says = sentence(row.says(), "says", source.get(), located);
    Sentence owner = sentence(row.owner(), "owner", source.get(), located);
    Sentence remedy = sentence(row.remedy(), "remedy", source.get(), located);
    CelAbstractSyntaxTree condition = condition(source.get(), located);
    return condition == null || problems.count() > before
        ? Optional.empty()
        : Optional.of(
            new CompiledRow(row, index, condition, program(condition), says, owner, remedy));
  }

  /// @param rows of one domain, all of which have passed their check
  RowGroup group(FactSource source, List<CompiledRow> rows) {
    String anyOf = new AnyOf().of(rows.stream().map(CompiledRow::condition).toList());
    return new RowGroup(source, rows, program(tree(compilerOf(source).compile(anyOf))));
  }

  private Sentence sentence(
      String template, String key, FactSource source, RuleFile.LocatedRow located) {
    Sentence sentence = new Sentence(template, source);
    for (String name : sentence.unknownNames()) {
      problems.add(
          located.line(),
          "%s: '%s' names {%s}, which is no fact of '%s' or of the run"
              .formatted(located.row().id(), key, name, source.prefix()));
    }
    return sentence;
  }

  private @Nullable CelAbstractSyntaxTree condition(
      FactSource source, RuleFile.LocatedRow located) {
    Optional<String> tooLong = Limits.exceeded(located.row().when());
    if (tooLong.isPresent()) {
      refuse(located, tooLong.get());
      return null;
    }
    CelValidationResult checked =
        compilerOf(source).compile(located.row().when(), located.row().id());
    for (CelIssue issue : checked.getErrors()) {
      problems.add(
          located.whenLine() + Math.max(0, issue.getSourceLocation().getLine() - 1),
          "%s: 'when', column %d: %s"
              .formatted(
                  located.row().id(),
                  issue.getSourceLocation().getColumn() + 1,
                  issue.getMessage()));
    }
    return checked.hasError() ? null : withinLimits(tree(checked), located);
  }

  private @Nullable CelAbstractSyntaxTree withinLimits(
      CelAbstractSyntaxTree condition, RuleFile.LocatedRow located) {
    Optional<String> tooMuch = Limits.exceeded(condition.getExpr());
    tooMuch.ifPresent(message -> refuse(located, message));
    return tooMuch.isPresent() ? null : condition;
  }

  private void refuse(RuleFile.LocatedRow located, String message) {
    problems.add(located.whenLine(), located.row().id() + ": " + message);
  }

  private CelCompiler compilerOf(FactSource source) {
    return compilers.computeIfAbsent(source.prefix(), _ -> compiler(source));
  }

  private static CelAbstractSyntaxTree tree(CelValidationResult checked) {
    try {
      return checked.getAst();
    } catch (CelValidationException e) {
      throw new IllegalStateException("A condition that passed its check is none", e);
    }
  }

  private CelRuntime.Program program(CelAbstractSyntaxTree tree) {
    try {
      return runtime.createProgram(tree);
    } catch (CelEvaluationException e) {
      throw new IllegalStateException("A condition that passed its check cannot be planned", e);
    }
  }

  private static CelCompiler compiler(FactSource source) {
    var builder = CelCompilerFactory.standardCelCompilerBuilder().setResultType(SimpleType.BOOL);
    source.askable().values().forEach(entry -> builder.addVar(entry.name(), typeOf(entry)));
    return builder.build();
  }

  private static CelType typeOf(FactEntry entry) {
    return entry.nullable() ? NullableType.create(entry.type().cel()) : entry.type().cel();
  }
}
