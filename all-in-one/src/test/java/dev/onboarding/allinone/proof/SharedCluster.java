package dev.onboarding.allinone.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// One cluster for all tests that ask for it: starting eleven processes takes longer than most of
/// what is done to them.
final class SharedCluster implements ParameterResolver {

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Cluster.class;
  }

  @Override
  public Cluster resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(ExtensionContext.Namespace.create(SharedCluster.class))
        .computeIfAbsent(Cluster.class, type -> started(), Cluster.class);
  }

  private static Cluster started() {
    try {
      return Cluster.start(Files.createTempDirectory("cluster"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
