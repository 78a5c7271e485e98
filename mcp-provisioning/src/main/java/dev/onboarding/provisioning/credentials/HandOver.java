package dev.onboarding.provisioning.credentials;

import dev.onboarding.provisioning.credentials.SealedCredentials.Kept;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Seals credentials when they come in and opens them for the first who shows the link's token.
final class HandOver {

  private final SealedCredentials credentials;
  private final CredentialProperties settings;
  private final LinkBase base;
  private final Seal seal;
  private final JsonMapper json;
  private final Clock clock;

  HandOver(
      SealedCredentials credentials,
      CredentialProperties settings,
      LinkBase base,
      JsonMapper json,
      Clock clock) {
    this.credentials = credentials;
    this.settings = settings;
    this.base = base;
    this.seal = new Seal(settings.key());
    this.json = json;
    this.clock = clock;
  }

  void keep(UUID tenantId, UUID binding, JsonNode issued, Instant now) {
    String hash = Seal.hash(seal.token(binding));
    var kept = new Kept(binding, tenantId, hash, now, now.plus(settings.linkLifetime()), null);
    credentials.keep(kept, seal.close(binding, json.writeValueAsBytes(issued)));
  }

  /// What is known of credentials that were kept before.
  Optional<Kept> find(UUID binding) {
    return credentials.find(binding);
  }

  URI link(UUID binding) {
    return base.of(seal.token(binding));
  }

  /// Whether the token opens something, without opening it.
  Waiting look(String token) {
    return credentials
        .byToken(Seal.hash(token))
        .map(kept -> kept.canBeOpened(clock.instant()) ? Waiting.YES : Waiting.GONE)
        .orElse(Waiting.UNKNOWN);
  }

  /// The credentials by name; empty for everybody but the first.
  Optional<Map<String, String>> open(String token) {
    return credentials
        .take(Seal.hash(token), clock.instant())
        .map(taken -> shown(json.readTree(seal.open(taken.bindingId(), taken.sealed()))));
  }

  private static Map<String, String> shown(JsonNode issued) {
    Map<String, String> shown = new LinkedHashMap<>();
    issued
        .properties()
        .forEach(entry -> {
          JsonNode value = entry.getValue();
          shown.put(entry.getKey(), value.isValueNode() ? value.asString() : value.toString());
        });
    return shown;
  }

  /// What lies behind a link.
  enum Waiting {
    YES,
    GONE,
    UNKNOWN
  }
}
