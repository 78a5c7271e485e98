package dev.onboarding.allinone.system;

import dev.onboarding.sandbox.Sandbox;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ConfigurableApplicationContext;

/// Everything started in this process; closing it stops all of it, the database last.
public final class RunningSystem implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(RunningSystem.class);

  private final Ports ports;
  private final DataDirectory data;
  private final DataLock lock;
  private final ReentrantLock databaseStart = new ReentrantLock();
  private final Deque<AutoCloseable> started = new ArrayDeque<>();
  private final Thread onInterrupt = new Thread(this::stop, "stop-on-interrupt");

  private RunningSystem(Ports ports, DataDirectory data, DataLock lock) {
    this.ports = ports;
    this.data = data;
    this.lock = lock;
  }

  /// Starts the database, the sandbox and the eight applications.
  ///
  /// @param progress told what is being started
  /// @throws Ports.PortInUseException when something else holds one of the ports
  public static RunningSystem start(Ports ports, DataDirectory data, Consumer<String> progress) {
    return start(ports, data, progress, Map.of());
  }

  /// The same, with settings of its own.
  ///
  /// @param more settings for every application, such as `OPENAI_BASE_URL`, which win
  public static RunningSystem start(
      Ports ports, DataDirectory data, Consumer<String> progress, Map<String, String> more) {
    var system = new RunningSystem(ports, data, DataLock.of(data));
    Runtime.getRuntime().addShutdownHook(system.onInterrupt);
    try {
      Database.stopLeftBehind(data);
      ports.requireFree();
      system.startAll(progress, more);
      return system;
    } catch (RuntimeException e) {
      system.close();
      throw e;
    }
  }

  public URI coordinator() {
    return URI.create("http://127.0.0.1:" + ports.of(Module.COORDINATOR_AGENT));
  }

  /// To the coordinator, for the command itself.
  public LocalAccess access() {
    return LocalAccess.to(ports, data);
  }

  public URI sandbox() {
    return URI.create("http://127.0.0.1:" + ports.sandbox());
  }

  private void startAll(Consumer<String> progress, Map<String, String> more) {
    progress.accept("PostgreSQL on " + data.root());
    Database database = startDatabase();
    progress.accept("sandbox on port " + ports.sandbox());
    Sandbox sandbox =
        kept(
            Sandbox.start(
                ports.sandbox(), ports.smtp(), "sandbox.keys.folder=" + data.sandboxKeys()));
    Map<String, Path> keys = SandboxKeys.fetch(sandbox.baseUrl(), data);
    var settings =
        new LinkedHashMap<>(Settings.of(ports, data, database.url(), keys, System.getenv()));
    settings.putAll(more);
    progress.accept("authorization server on port " + ports.identity());
    kept(LocalIdentity.start(ports, data, database.url()));
    progress.accept("eight applications on ports from " + ports.base());
    startApplications(settings);
  }

  /// An interrupt waits until it is known whether there is a database to stop.
  private Database startDatabase() {
    databaseStart.lock();
    try {
      return kept(Database.start(data, ports.database()));
    } finally {
      databaseStart.unlock();
    }
  }

  /// Two at a time: the machine this is meant for has two cores.
  private void startApplications(Map<String, String> settings) {
    try (var lanes = Executors.newFixedThreadPool(2)) {
      Map<Module, Future<ConfigurableApplicationContext>> starting = new LinkedHashMap<>();
      for (Module module : Module.values()) {
        starting.put(module, lanes.submit(() -> start(module, settings)));
      }
      starting.forEach(RunningSystem::awaited);
    }
  }

  private ConfigurableApplicationContext start(Module module, Map<String, String> settings) {
    String[] arguments =
        Stream.concat(
                settings.entrySet().stream()
                    .map(setting -> "--" + setting.getKey() + "=" + setting.getValue()),
                Stream.of("--spring.jmx.enabled=false"))
            .toArray(String[]::new);
    var context = module.application().registerShutdownHook(false).run(arguments);
    return kept(context);
  }

  private static void awaited(Module module, Future<ConfigurableApplicationContext> context) {
    try {
      context.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while " + module + " started", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(
          "%s did not start: %s".formatted(module, rootMessage(e)), e.getCause());
    }
  }

  private static String rootMessage(Throwable thrown) {
    Throwable root = thrown;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return String.valueOf(root.getMessage());
  }

  private <T extends AutoCloseable> T kept(T part) {
    synchronized (started) {
      started.push(part);
    }
    return part;
  }

  private void stop() {
    databaseStart.lock();
    try {
      stopParts();
      Database.stopLeftBehind(data);
    } finally {
      databaseStart.unlock();
      lock.close();
    }
  }

  private void stopParts() {
    List<AutoCloseable> parts;
    synchronized (started) {
      parts = List.copyOf(started);
      started.clear();
    }
    for (AutoCloseable part : parts) {
      try {
        part.close();
      } catch (Exception e) {
        log.warn("{} did not stop cleanly", part, e);
      }
    }
  }

  @Override
  public void close() {
    stop();
    try {
      Runtime.getRuntime().removeShutdownHook(onInterrupt);
    } catch (IllegalStateException alreadyStopping) {
      log.debug("Stopped by an interrupt", alreadyStopping);
    }
  }
}
