package dev.onboarding.allinone.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/// One program in a process of its own, which can be killed, frozen and started again on its port.
public final class OwnProcess {

  private final String name;
  private final List<String> command;
  private final Map<String, String> environment;
  private final Path log;
  private final int port;
  private @Nullable Process process;
  private long saidBefore;

  OwnProcess(
      String name, List<String> command, Map<String, String> environment, Path log, int port) {
    this.name = name;
    this.command = List.copyOf(command);
    this.environment = Map.copyOf(environment);
    this.log = log;
    this.port = port;
  }

  public URI address() {
    return URI.create("http://127.0.0.1:" + port);
  }

  public Path log() {
    return log;
  }

  /// Starts it without waiting until it is ready.
  public OwnProcess launch() {
    var builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    try {
      saidBefore = Files.exists(log) ? Files.size(log) : 0;
      process =
          builder.redirectErrorStream(true).redirectOutput(Redirect.appendTo(log.toFile())).start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  public OwnProcess awaitReady() {
    Awaitility.await(name + " is ready")
        .atMost(8, TimeUnit.MINUTES)
        .pollInterval(100, TimeUnit.MILLISECONDS)
        .until(() -> {
          if (!running().isAlive()) {
            throw new IllegalStateException(name + " ended; see " + log);
          }
          return hasStarted();
        });
    return this;
  }

  /// By its own word: at its port something else could answer.
  private boolean hasStarted() throws IOException {
    byte[] said = Files.readAllBytes(log);
    int from = (int) Math.min(saidBefore, said.length);
    return new String(said, from, said.length - from, StandardCharsets.UTF_8)
        .contains("process running for");
  }

  /// SIGKILL, and waits until it is gone.
  public void kill() {
    running().destroyForcibly().onExit().join();
  }

  /// SIGSTOP: it neither runs nor knows that it does not.
  public void freeze() {
    signal("-STOP");
  }

  /// SIGCONT: it goes on where it stood.
  public void thaw() {
    signal("-CONT");
  }

  /// Whatever was done to it, it runs again.
  public void restore() {
    if (running().isAlive()) {
      thaw();
    } else {
      launch().awaitReady();
    }
  }

  public boolean listens() {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress("127.0.0.1", port), 500);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  void stop() {
    if (process != null) {
      thaw();
      process.destroy();
    }
  }

  void awaitStopped() {
    try {
      if (process != null && !process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      running().destroyForcibly();
    }
  }

  private void signal(String signal) {
    try {
      new ProcessBuilder("kill", signal, String.valueOf(running().pid()))
          .redirectErrorStream(true)
          .redirectOutput(Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Process running() {
    if (process == null) {
      throw new IllegalStateException(name + " was never started");
    }
    return process;
  }
}
