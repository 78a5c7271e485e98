package dev.onboarding.allinone.command;

import picocli.CommandLine.Option;

/// Who does something and why; both are kept.
final class Because {

  @Option(names = "--reason", required = true, description = "Why; it is kept.")
  private String reason = "";

  @Option(
      names = "--by",
      paramLabel = "NAME",
      defaultValue = "${sys:user.name}",
      description = "Who does it (default: the user of this machine, ${DEFAULT-VALUE}).")
  private String by = "";

  String reason() {
    return reason;
  }

  String by() {
    return by;
  }
}
