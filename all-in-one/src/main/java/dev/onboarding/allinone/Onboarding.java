package dev.onboarding.allinone;

import dev.onboarding.allinone.command.OnboardingCommand;
import dev.onboarding.edge.CarrierThreads;

/// Entry point of the `onboarding` command.
public final class Onboarding {

  private Onboarding() {}

  public static void main(String... arguments) {
    CarrierThreads.provide();
    System.exit(OnboardingCommand.run(arguments));
  }
}
