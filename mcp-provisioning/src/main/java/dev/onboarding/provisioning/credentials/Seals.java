package dev.onboarding.provisioning.credentials;

import dev.onboarding.model.secret.Rotating;
import dev.onboarding.model.secret.Secret;
import dev.onboarding.model.secret.SecretSource;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// The seals of all keys that count: the newest closes, each opens what it closed. A key that was
/// exchanged on another node first is looked for in the file before anything is given up.
final class Seals {

  private static final int KEY_BYTES = 32;

  private final Rotating<List<Seal>> seals;

  /// @throws IllegalStateException saying what is wrong with the keys, without showing them
  Seals(SecretSource keys, Clock clock) {
    this.seals = keys.rotating(clock, Seals::of);
    seals.current();
  }

  private static List<Seal> of(Secret keys) {
    return Arrays.stream(keys.reveal().strip().split("\\s+"))
        .map(key -> new Seal(decoded(key)))
        .toList();
  }

  private static byte[] decoded(String text) {
    byte[] key = new byte[0];
    try {
      key = Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException _) {
      // refused below like a key of the wrong length
    }
    if (key.length != KEY_BYTES) {
      throw new IllegalArgumentException(
          "each key must be 32 bytes in Base64, the newest first; make one with: openssl rand -base64 32");
    }
    return key;
  }

  Seal newest() {
    return seals.current().getFirst();
  }

  /// @throws IllegalStateException when no key that counts has sealed it
  byte[] open(UUID binding, byte[] sealed) {
    return first(seal -> opened(seal, binding, sealed));
  }

  /// The token of a binding by its hash.
  ///
  /// @throws IllegalStateException when no key that counts has made it
  String token(UUID binding, String hash) {
    return first(
        seal -> Stream.of(seal.token(binding)).filter(token -> Seal.hash(token).equals(hash)));
  }

  private <T> T first(Function<Seal, Stream<T>> found) {
    return Stream.<Supplier<List<Seal>>>of(seals::current, seals::reread)
        .map(Supplier::get)
        .distinct()
        .flatMap(List::stream)
        .flatMap(found)
        .findFirst()
        .orElseThrow(() ->
            new IllegalStateException(
                "PROVISIONING_SECRET_KEY no longer holds the key of credentials that wait"));
  }

  private static Stream<byte[]> opened(Seal seal, UUID binding, byte[] sealed) {
    try {
      return Stream.of(seal.open(binding, sealed));
    } catch (IllegalStateException _) {
      return Stream.empty();
    }
  }
}
