package dev.onboarding.allinone.identity;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;

/// The clients that are known from the start, and behind them those that registered themselves.
final class KnownClients implements RegisteredClientRepository {

  private final RegisteredClientRepository fixed;
  private final RegisteredClientRepository registered;

  /// @param registered where those are kept that register themselves
  KnownClients(List<RegisteredClient> fixed, RegisteredClientRepository registered) {
    this.fixed = new InMemoryRegisteredClientRepository(fixed);
    this.registered = registered;
  }

  @Override
  public void save(RegisteredClient client) {
    registered.save(client);
  }

  @Override
  public @Nullable RegisteredClient findById(String id) {
    RegisteredClient known = fixed.findById(id);
    return known == null ? registered.findById(id) : known;
  }

  @Override
  public @Nullable RegisteredClient findByClientId(String clientId) {
    RegisteredClient known = fixed.findByClientId(clientId);
    return known == null ? registered.findByClientId(clientId) : known;
  }
}
