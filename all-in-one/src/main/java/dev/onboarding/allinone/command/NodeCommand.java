package dev.onboarding.allinone.command;

import dev.onboarding.allinone.system.CoordinatorNode;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Starts one more coordinator beside a system that runs, and stays until it is interrupted.
@Command(
    name = "node",
    mixinStandardHelpOptions = true,
    description = "Start one more coordinator on the database of a running system, and stay.")
final class NodeCommand implements Callable<Integer> {

  @Mixin private final SystemOptions system = new SystemOptions();

  @Option(
      names = "--port",
      paramLabel = "N",
      required = true,
      description = "Port of this coordinator.")
  private int port;

  @Override
  public Integer call() throws InterruptedException {
    Console console = system.console();
    Logs.into(system.data().log().resolveSibling("node-" + port + ".log"));
    var node = CoordinatorNode.start(system.ports(), system.data(), port);
    console.say("ready: " + node.address());
    console.say("Stop with Ctrl-C.");
    new CountDownLatch(1).await();
    return 0;
  }
}
