package dev.onboarding.allinone.command;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// The command itself: only its subcommands do something.
@Command(
    name = "onboarding",
    mixinStandardHelpOptions = true,
    version = "onboarding 0.1.0",
    description = "Decides, from evidence, when an enterprise customer may be switched on.",
    subcommands = {
      DemoCommand.class,
      UpCommand.class,
      NodeCommand.class,
      RunCommand.class,
      ApproveCommand.class,
      RejectCommand.class,
      RunsCommand.class,
      ShowCommand.class,
      ResumeCommand.class,
      CancelCommand.class,
      BatchCommand.class,
      UpstreamsCommand.class,
      BudgetCommand.class,
      PauseCommand.class,
      UnpauseCommand.class,
      DrainCommand.class,
      UndrainCommand.class,
      ReplayCommand.class,
      EvidenceCommand.class,
      AuditCommand.class,
      CaseCommand.class,
      EraseCommand.class,
      RulesCommand.class,
      PromptsCommand.class,
      ChecklistCommand.class,
      AdviceCommand.class,
      TokenCommand.class,
      SandboxCommand.class,
      DoctorCommand.class,
      BenchCommand.class
    })
public final class OnboardingCommand implements Runnable {

  @Spec private CommandSpec spec;

  /// Runs one command and returns its exit status: 0 done, 1 done but not as expected, 2 not done.
  public static int run(String... arguments) {
    return new CommandLine(new OnboardingCommand())
        .setExecutionExceptionHandler((problem, command, parsed) -> {
          command.getErr().println("onboarding: " + problem.getMessage());
          return 2;
        })
        .execute(arguments);
  }

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getErr());
    throw new CommandLine.ParameterException(spec.commandLine(), "Name a command.");
  }
}
