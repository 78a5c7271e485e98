package dev.onboarding.sandbox.keys;

import dev.onboarding.sandbox.wire.Answer;
import dev.onboarding.sandbox.wire.ControlProblem;
import dev.onboarding.sandbox.wire.Routes;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/// The sandbox's key pairs by name, and `/keys/{name}`.
public final class DevelopmentKeys {

  private static final int RSA_BITS = 3072;

  private final Map<String, CompletableFuture<KeyPair>> pairs;

  /// Begins to make the keys; they are waited for only when first asked for.
  public DevelopmentKeys() {
    this.pairs =
        Map.of(
            "netsuite", CompletableFuture.supplyAsync(DevelopmentKeys::rsa),
            "netsuite-ec", CompletableFuture.supplyAsync(DevelopmentKeys::elliptic),
            "docusign", CompletableFuture.supplyAsync(DevelopmentKeys::rsa));
  }

  public KeyPair pair(String name) {
    CompletableFuture<KeyPair> pair = pairs.get(name);
    if (pair == null) {
      throw new ControlProblem(404, "No such key: one of " + pairs.keySet());
    }
    return pair.join();
  }

  public void on(Routes routes) {
    routes.on(
        "GET",
        "/keys/{name}",
        (call, path) ->
            Answer.text(200, "application/x-pem-file", pem(pair(path.getOrDefault("name", "")))));
  }

  /// The private half, PKCS#8.
  private static String pem(KeyPair pair) {
    String body =
        Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
            .encodeToString(pair.getPrivate().getEncoded());
    return "-----BEGIN PRIVATE KEY-----\n" + body + "\n-----END PRIVATE KEY-----\n";
  }

  private static KeyPair rsa() {
    return generated("RSA", RSA_BITS);
  }

  private static KeyPair elliptic() {
    return generated("EC", 256);
  }

  private static KeyPair generated(String algorithm, int bits) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
      generator.initialize(bits);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
