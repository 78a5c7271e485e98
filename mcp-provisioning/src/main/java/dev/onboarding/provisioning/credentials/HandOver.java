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
  private final Seals seals;
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
    this.seals = new Seals(settings.key(), clock);
    this.json = json;
    this.clock = clock;
  }

  Kept keep(UUID tenantId, UUID binding, JsonNode issued, Instant now) {
    Seal seal = seals.newest();
    String hash = Seal.hash(seal.token(binding));
    var kept = new Kept(binding, tenantId, hash, now, now.plus(settings.linkLifetime()), null);
    return credentials.keep(kept, seal.close(binding, json.writeValueAsBytes(issued)));
  }

  /// What is known of credentials that were kept before.
  Optional<Kept> find(UUID binding) {
    return credentials.find(binding);
  }

  /// The link as it was given first, whatever key is the newest now.
  URI link(Kept kept) {
    return base.of(seals.token(kept.bindingId(), kept.tokenHash()));
  }

  /// Whether the token opens something, without opening it.
  Waiting look(String token) {
    return credentials
        .byToken(Seal.hash(token))
        .map(kept -> kept.canBeOpened(clock.instant()) ? Waiting.YES : Waiting.GONE)
        .orElse(Waiting.UNKNOWN);
  }

  /// The credentials by name; empty for everybody but the first.
  ///
  /// @throws IllegalStateException when the key is gone; the credentials wait on
  Optional<Map<String, String>> open(String token) {
    String hash = Seal.hash(token);
    // What cannot be opened is not taken out either.
    return credentials
        .look(hash, clock.instant())
        .map(waiting -> seals.open(waiting.bindingId(), waiting.sealed()))
        .flatMap(opened -> credentials.take(hash, clock.instant()).map(_ -> opened))
        .map(opened -> shown(json.readTree(opened)));
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
