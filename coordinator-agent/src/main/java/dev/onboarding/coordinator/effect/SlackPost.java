package dev.onboarding.coordinator.effect;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A message to a channel.
///
/// @param text shown where blocks are not
public record SlackPost(String channel, String text, @Nullable JsonNode blocks)
    implements Outgoing {

  @Override
  public String kind() {
    return "slack";
  }

  @Override
  public String target() {
    return channel;
  }

  @Override
  public String subject() {
    return text.lines().findFirst().orElse("");
  }

  @Override
  public String contentDigest() {
    return Sha256.hex(text + (blocks == null ? "" : blocks.toString()));
  }
}
