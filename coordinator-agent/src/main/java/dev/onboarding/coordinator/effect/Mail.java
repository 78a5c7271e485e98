package dev.onboarding.coordinator.effect;

import java.util.List;

/// A mail, as plain text and as HTML.
public record Mail(List<String> to, String subject, String text, String html) implements Outgoing {

  public Mail {
    to = List.copyOf(to);
  }

  @Override
  public String kind() {
    return "mail";
  }

  @Override
  public String target() {
    return String.join(", ", to);
  }

  @Override
  public String contentDigest() {
    return Sha256.hex(subject + text + html);
  }
}
