package dev.onboarding.allinone.system;

import dev.onboarding.agentkit.AccessTokens;
import dev.onboarding.agentkit.ClientCredentials;
import dev.onboarding.agentkit.ClientProperties;
import dev.onboarding.allinone.client.Access;
import dev.onboarding.allinone.identity.IdentityServer;
import dev.onboarding.allinone.identity.IdentitySettings;
import dev.onboarding.allinone.identity.PersonLogin;
import dev.onboarding.allinone.identity.Resource;
import dev.onboarding.edge.EdgeJson;
import dev.onboarding.model.secret.Secret;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Access to the system of one data directory, for whoever may read that directory; what only a
/// person may do asks for the password besides.
public final class LocalAccess implements Access {

  private static final Duration KEPT = Duration.ofMinutes(5);

  private final Clock clock = Clock.systemUTC();
  private final Ports ports;
  private final DataDirectory data;
  private final Supplier<Secret> password;
  private final AccessTokens tokens;
  private @Nullable String person;
  private Instant personUntil = Instant.MIN;

  private LocalAccess(Ports ports, DataDirectory data, Supplier<Secret> password) {
    this.ports = ports;
    this.data = data;
    this.password = password;
    this.tokens = new ClientCredentials(client(ports, data), EdgeJson.mapper(), clock);
  }

  /// Without a person.
  public static LocalAccess to(Ports ports, DataDirectory data) {
    return new LocalAccess(
        ports,
        data,
        () -> {
          throw new IllegalStateException("Only a person may do this, and nobody has logged in");
        });
  }

  /// @param password asked for only when a person is needed, and again after some minutes
  public LocalAccess withPerson(Supplier<Secret> password) {
    return new LocalAccess(ports, data, password);
  }

  /// How the command shows itself to the servers of the system.
  public static ClientProperties client(Ports ports, DataDirectory data) {
    return new ClientProperties(
        IdentityServer.COMMAND,
        null,
        data.clientSecret(IdentityServer.COMMAND).toString(),
        IdentitySettings.tokenUrl(ports.identity()),
        Map.of(
            "salesforce", "mcp-salesforce.read",
            "netsuite", "mcp-netsuite.read",
            "clm", "mcp-clm.read",
            "provisioning", "mcp-provisioning.read"),
        Map.of(),
        Duration.ofSeconds(20));
  }

  @Override
  public String token() {
    var coordinator = resource(Module.COORDINATOR_AGENT);
    return token(Module.COORDINATOR_AGENT, coordinator.read() + " " + coordinator.write());
  }

  /// A token of the command itself.
  public String token(Module server, String scope) {
    return tokens.token(URI.create(resource(server).audience()), scope);
  }

  @Override
  public synchronized String personToken() {
    Instant now = clock.instant();
    if (person == null || now.isAfter(personUntil)) {
      var coordinator = resource(Module.COORDINATOR_AGENT);
      person =
          personToken(
              Module.COORDINATOR_AGENT,
              String.join(" ", coordinator.read(), coordinator.write(), Resource.APPROVE));
      personUntil = now.plus(KEPT);
    }
    return person;
  }

  /// A token of the person who logs in for it now.
  public String personToken(Module server, String scope) {
    var login =
        PersonLogin.ofCommand(
            ports.identity(), LocalIdentity.secret(data.clientSecret(IdentityServer.COMMAND)));
    return login.token(
        new IdentitySettings.Person(data.personName(), password.get()),
        URI.create(resource(server).audience()),
        scope);
  }

  /// Whom a token for the server is for.
  public String audience(Module server) {
    return resource(server).audience();
  }

  private Resource resource(Module server) {
    return new Resource(server.toString(), LocalIdentity.audience(ports, server));
  }
}
