package dev.onboarding.allinone.command;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Starts the system and stays until it is interrupted.
@Command(name = "up", mixinStandardHelpOptions = true, description = "Start the system and stay.")
final class UpCommand implements Callable<Integer> {

  @Mixin private final SystemOptions system = new SystemOptions();

  @Override
  public Integer call() throws InterruptedException {
    Console console = system.console();
    var running = system.start(part -> console.say("starting " + part));
    console.say("ready: " + running.coordinator() + " (sandbox " + running.sandbox() + ")");
    console.say(
        "login: %s, password in %s"
            .formatted(system.data().personName(), system.data().personPassword()));
    console.say("log: " + system.data().log());
    console.say("Stop with Ctrl-C.");
    // The shutdown hook of the running system ends it; this thread only keeps the process alive.
    new CountDownLatch(1).await();
    return 0;
  }
}
