package dev.onboarding.allinone.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// One cluster for all tests of a class and of the classes in it; it ends with the outermost.
final class SharedCluster implements ParameterResolver {

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Cluster.class;
  }

  @Override
  public Cluster resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return outermost(context)
        .getStore(ExtensionContext.Namespace.create(SharedCluster.class))
        .computeIfAbsent(Cluster.class, type -> started(), Cluster.class);
  }

  private static ExtensionContext outermost(ExtensionContext context) {
    return context
        .getParent()
        .filter(parent -> parent.getTestClass().isPresent())
        .map(SharedCluster::outermost)
        .orElse(context);
  }

  private static Cluster started() {
    try {
      return Cluster.start(Files.createTempDirectory("cluster"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
