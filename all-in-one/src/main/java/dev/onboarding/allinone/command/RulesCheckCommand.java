package dev.onboarding.allinone.command;

import dev.onboarding.coordinator.rule.RuleProblem;
import dev.onboarding.coordinator.rule.RuleSet;
import dev.onboarding.coordinator.rule.RuleSetRefused;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Checks a rule file as a whole, without a running system.
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = "Check a rule file, and say everything that is wrong in it with its line.")
final class RulesCheckCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "The rule file.")
  private Path file = Path.of("");

  @Option(names = "--json", description = "Print one JSON document on standard output.")
  private boolean json;

  /// @return 0 when the file can be loaded, 1 when it is refused
  @Override
  public Integer call() throws IOException {
    var line = spec.commandLine();
    var console = new Console(line.getOut(), line.getErr(), json);
    Check check = check();
    if (json) {
      console.document(check);
    } else if (check.problems().isEmpty()) {
      console.say(
          "%s: sound; version %s, %d rows, digest %s"
              .formatted(file, check.version(), check.rows(), check.digest()));
    } else {
      check.problems().forEach(problem -> console.say(problem.toString()));
      console.say("%s: refused; problems: %d".formatted(file, check.problems().size()));
    }
    return check.problems().isEmpty() ? 0 : 1;
  }

  private Check check() throws IOException {
    try {
      RuleSet rules = RuleSet.load(file.toString(), text());
      return new Check(rules.version(), rules.digest(), rules.rows().size(), List.of());
    } catch (RuleSetRefused refused) {
      return new Check(null, null, null, refused.problems());
    }
  }

  private String text() throws IOException {
    try {
      return Files.readString(file);
    } catch (NoSuchFileException _) {
      throw new IllegalArgumentException("There is no file %s.".formatted(file));
    } catch (MalformedInputException _) {
      throw new IllegalArgumentException(
          "%s is no text in UTF-8; save it as UTF-8.".formatted(file));
    }
  }

  /// What was found of a rule file; the first three are null when it is refused.
  record Check(
      @Nullable String version,
      @Nullable String digest,
      @Nullable Integer rows,
      List<RuleProblem> problems) {}
}
