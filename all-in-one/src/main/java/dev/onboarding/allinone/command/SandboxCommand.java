package dev.onboarding.allinone.command;

import dev.onboarding.sandbox.Sandbox;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Starts the outside world alone.
@Command(
    name = "sandbox",
    mixinStandardHelpOptions = true,
    description = "Start the simulated outside world alone, and stay.")
final class SandboxCommand implements Callable<Integer> {

  @Mixin private final SystemOptions system = new SystemOptions();

  @Override
  public Integer call() throws InterruptedException {
    Console console = system.console();
    Logs.into(system.data().log());
    var ports = system.ports();
    ports.requireSandboxFree();
    var sandbox = Sandbox.start(ports.sandbox(), ports.smtp());
    console.say("ready: " + sandbox.baseUrl() + " (SMTP " + sandbox.smtpPort() + ")");
    console.say("Stop with Ctrl-C.");
    new CountDownLatch(1).await();
    return 0;
  }
}
