package dev.onboarding.allinone.system;

import dev.onboarding.allinone.Journey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// The whole system in this process, started once for every class that asks for it; it stops with
/// the process of the tests. Tests keep apart by using accounts of their own.
public final class SharedSystem implements ParameterResolver {

  /// @param ports where it listens
  /// @param journey as its users reach it, with the accounts that it knew at first
  public record Started(RunningSystem system, Ports ports, DataDirectory data, Journey journey)
      implements AutoCloseable {

    @Override
    public void close() {
      system.close();
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Started.class;
  }

  @Override
  public Started resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getStore(StoreScope.LAUNCHER_SESSION, Namespace.create(SharedSystem.class))
        .computeIfAbsent(Started.class, type -> started(), Started.class);
  }

  private static Started started() {
    try {
      var ports = FreePorts.find();
      var data = new DataDirectory(Files.createTempDirectory("system"));
      var system = RunningSystem.start(ports, data, part -> {});
      var journey =
          new Journey(
              system.coordinator(),
              system.sandbox(),
              data.webhookSecret(),
              PersonAccess.to(ports, data));
      return new Started(system, ports, data, journey);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
