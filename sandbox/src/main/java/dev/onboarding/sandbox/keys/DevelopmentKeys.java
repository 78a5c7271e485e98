package dev.onboarding.sandbox.keys;

import dev.onboarding.sandbox.wire.Answer;
import dev.onboarding.sandbox.wire.ControlProblem;
import dev.onboarding.sandbox.wire.Routes;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The sandbox's key pairs by name, and `/keys/{name}`. A pair is made when it is first asked for.
public final class DevelopmentKeys {

  /// How a pair is made.
  private record Kind(String algorithm, int bits) {}

  private static final Map<String, Kind> KINDS =
      new TreeMap<>(
          Map.of(
              "netsuite", new Kind("RSA", 2048),
              "netsuite-ec", new Kind("EC", 256),
              "docusign", new Kind("RSA", 2048)));

  private final @Nullable KeyFolder folder;
  private final Map<String, KeyPair> pairs = new ConcurrentHashMap<>();

  /// @param settings where pairs are kept, if anywhere
  public DevelopmentKeys(KeySettings settings) {
    this.folder = settings.folder() == null ? null : new KeyFolder(settings.folder());
  }

  public KeyPair pair(String name) {
    Kind kind = KINDS.get(name);
    if (kind == null) {
      throw new ControlProblem(404, "No such key: one of " + KINDS.keySet());
    }
    return pairs.computeIfAbsent(name, missing -> found(missing, kind));
  }

  public void on(Routes routes) {
    routes.on(
        "GET",
        "/keys/{name}",
        (call, path) ->
            Answer.text(
                200,
                "application/x-pem-file",
                Pem.of("PRIVATE KEY", pair(path.getOrDefault("name", "")).getPrivate())));
  }

  private KeyPair found(String name, Kind kind) {
    return folder == null ? made(kind) : folder.pair(name, kind.algorithm(), () -> made(kind));
  }

  private static KeyPair made(Kind kind) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(kind.algorithm());
      generator.initialize(kind.bits());
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
