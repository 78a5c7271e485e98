package dev.onboarding.sandbox.story;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/// UUIDs that follow from what they name, so that a restart changes none.
final class Uuids {

  private Uuids() {}

  static UUID of(String kind, String key, int index) {
    String name = "sandbox/" + kind + "/" + key + "/" + index;
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }
}
