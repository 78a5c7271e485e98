package dev.onboarding.allinone;

import dev.onboarding.allinone.command.OnboardingCommand;

/// Entry point of the `onboarding` command.
public final class Onboarding {

  private Onboarding() {}

  public static void main(String... arguments) {
    System.exit(OnboardingCommand.run(arguments));
  }
}
