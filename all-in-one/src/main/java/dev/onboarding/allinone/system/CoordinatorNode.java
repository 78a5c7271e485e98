package dev.onboarding.allinone.system;

import java.net.URI;
import java.util.HashMap;
import java.util.stream.Stream;
import org.springframework.context.ConfigurableApplicationContext;

/// One more coordinator on the database of a running system: it carries runs too, and takes
/// triggers on a port of its own.
public final class CoordinatorNode implements AutoCloseable {

  private final ConfigurableApplicationContext context;
  private final int port;

  private CoordinatorNode(ConfigurableApplicationContext context, int port) {
    this.context = context;
    this.port = port;
  }

  /// @param ports of the running system
  /// @param data of the running system
  public static CoordinatorNode start(Ports ports, DataDirectory data, int port) {
    var sandbox = URI.create("http://127.0.0.1:" + ports.sandbox());
    var keys = SandboxKeys.fetch(sandbox, data);
    var database = "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(ports.database());
    var settings = new HashMap<>(Settings.of(ports, data, database, keys, System.getenv()));
    settings.put(Module.COORDINATOR_AGENT.name() + "_PORT", String.valueOf(port));
    String[] arguments =
        Stream.concat(
                settings.entrySet().stream()
                    .map(setting -> "--" + setting.getKey() + "=" + setting.getValue()),
                Stream.of("--spring.jmx.enabled=false"))
            .toArray(String[]::new);
    return new CoordinatorNode(Module.COORDINATOR_AGENT.application().run(arguments), port);
  }

  public URI address() {
    return URI.create("http://127.0.0.1:" + port);
  }

  @Override
  public void close() {
    context.close();
  }
}
