package dev.onboarding.coordinator.rule;

import dev.onboarding.model.decision.Decision;
import dev.onboarding.model.decision.RunContext;
import dev.onboarding.model.finding.Assessments;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// The loaded policy: judges assessments by its rows, always the same way. Safe for many threads.
public final class RuleSet {

  private static final String POLICY = "coordinator/rules/onboarding-policy.yaml";

  private final String version;
  private final String digest;
  private final List<Row> rows;
  private final RuleTable table;

  private RuleSet(String version, List<Row> rows, RuleTable table) {
    this.version = version;
    this.digest = RuleSetDigest.of(version, rows);
    this.rows = rows;
    this.table = table;
  }

  /// The policy that ships with the coordinator.
  public static RuleSet onboardingPolicy() {
    return load("onboarding-policy.yaml", onboardingPolicyText());
  }

  /// The shipped policy as its file stands, to be kept by digest.
  public static String onboardingPolicyText() {
    try (InputStream file =
        Objects.requireNonNull(RuleSet.class.getClassLoader().getResourceAsStream(POLICY))) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// For a rule set that is to judge from now on.
  ///
  /// @param file the name under which problems are reported
  /// @throws RuleSetRefused with every problem of the file; nothing is half loaded
  public static RuleSet load(String file, String yaml) {
    return load(file, yaml, true);
  }

  /// For a rule set that has judged before: it was checked then, and must judge as it did, so only
  /// what stands in the way of that refuses it.
  ///
  /// @throws RuleSetRefused with every problem that stands in the way
  public static RuleSet restore(String file, String yaml) {
    return load(file, yaml, false);
  }

  private static RuleSet load(String file, String yaml, boolean anew) {
    Problems problems = new Problems(file);
    RuleFile read = RuleFile.read(yaml, problems);
    RowCompiler compiler = new RowCompiler(problems);
    RuleSetChecks checks = new RuleSetChecks(read, problems);
    List<CompiledRow> compiled = new ArrayList<>();
    for (RuleFile.LocatedRow row : read.rows()) {
      Optional<CompiledRow> ready = compiler.compile(row, compiled.size());
      ready.ifPresent(sound -> {
        compiled.add(sound);
        checks.add(row, sound);
      });
    }
    if (anew) {
      checks.check();
    }
    problems.refuseIfAny();
    return new RuleSet(
        read.version(),
        read.rows().stream().map(RuleFile.LocatedRow::row).toList(),
        RuleTable.of(compiled, compiler));
  }

  public String version() {
    return version;
  }

  /// SHA-256, in hexadecimal, over version and rows; layout and comments do not count.
  public String digest() {
    return digest;
  }

  public List<Row> rows() {
    return rows;
  }

  /// Pure: the same assessments in the same context give the same decision.
  public Decision decide(Assessments assessments, RunContext context) {
    return table.decide(assessments, context, version, digest);
  }

  /// The same decision with what each row saw, and what together would change it.
  public Explained explain(Assessments assessments, RunContext context) {
    List<CompiledRow.Fired> fired = table.fire(assessments, context);
    return new Explained(
        RuleTable.decision(fired, version, digest),
        context,
        fired.stream().map(ExplainedRow::of).toList(),
        new WaysOut(table, assessments, context).find().orElse(null));
  }
}
