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

  /// @param file the name under which problems are reported
  /// @throws RuleSetRefused with every problem of the file; nothing is half loaded
  public static RuleSet load(String file, String yaml) {
    Problems problems = new Problems(file);
    RuleFile read = RuleFile.read(yaml, problems);
    RowCompiler compiler = new RowCompiler(problems);
    List<CompiledRow> compiled = new ArrayList<>();
    for (RuleFile.LocatedRow row : read.rows()) {
      Optional<CompiledRow> ready = compiler.compile(row, compiled.size());
      ready.ifPresent(compiled::add);
    }
    RuleTable table = RuleTable.of(compiled, compiler);
    RuleSetChecks.check(read.rows(), table, problems);
    problems.refuseIfAny();
    return new RuleSet(
        read.version(), read.rows().stream().map(RuleFile.LocatedRow::row).toList(), table);
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
}
