package dev.onboarding.provisioning.provisioner;

import java.util.List;

/// Which way the configured provisioner is spoken to.
public final class ProvisionerKind {

  public static final String SETTING = "provisioning.provisioner";
  public static final String OPEN_SERVICE_BROKER = "open-service-broker";
  public static final String HTTP = "http";

  private static final List<String> KNOWN = List.of(OPEN_SERVICE_BROKER, HTTP);

  private ProvisionerKind() {}

  /// @throws IllegalArgumentException naming the value and those there are
  public static void check(String kind) {
    if (!KNOWN.contains(kind)) {
      throw new IllegalArgumentException(
          "PROVISIONER_KIND is '%s': give one of %s".formatted(kind, KNOWN));
    }
  }
}
