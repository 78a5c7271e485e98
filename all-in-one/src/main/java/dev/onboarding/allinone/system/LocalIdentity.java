package dev.onboarding.allinone.system;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import dev.onboarding.allinone.identity.IdentityServer;
import dev.onboarding.allinone.identity.IdentitySettings;
import dev.onboarding.allinone.identity.Resource;
import dev.onboarding.allinone.identity.Resources;
import dev.onboarding.model.secret.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The authorization server of one system: for its eight servers, with the secrets of its data
/// directory.
final class LocalIdentity {

  private LocalIdentity() {}

  static IdentityServer start(Ports ports, DataDirectory data, String databaseUrl) {
    Map<String, Secret> clients = new HashMap<>();
    for (String client : IdentityServer.clientsWithASecret()) {
      clients.put(client, secret(data.clientSecret(client)));
    }
    return IdentityServer.start(
        new IdentitySettings(
            ports.identity(),
            secret(data.tokenSigningKey(LocalIdentity::signingKey)),
            clients,
            new IdentitySettings.Person(data.personName(), secret(data.personPassword())),
            databaseUrl,
            new Secret(data.databasePassword())),
        resources(ports));
  }

  static Resources resources(Ports ports) {
    List<Resource> all =
        Arrays.stream(Module.values())
            .map(module -> new Resource(module.toString(), audience(ports, module)))
            .toList();
    return new Resources(all);
  }

  /// Under which address a server is known, whatever a request calls it.
  static String audience(Ports ports, Module module) {
    return "http://127.0.0.1:%d/mcp".formatted(ports.of(module));
  }

  private static String signingKey() {
    try {
      return new RSAKeyGenerator(2048).keyIDFromThumbprint(true).generate().toJSONString();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  static Secret secret(Path file) {
    try {
      return new Secret(Files.readString(file).strip());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
