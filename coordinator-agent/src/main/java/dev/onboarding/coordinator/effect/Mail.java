package dev.onboarding.coordinator.effect;

import java.util.List;
import java.util.stream.Stream;

/// A mail, as plain text and as HTML.
///
/// @param copies who also receives it
public record Mail(List<String> to, List<String> copies, String subject, String text, String html)
    implements Outgoing {

  public Mail {
    to = List.copyOf(to);
    copies = List.copyOf(copies);
  }

  public Mail(List<String> to, String subject, String text, String html) {
    this(to, List.of(), subject, text, html);
  }

  @Override
  public String kind() {
    return "mail";
  }

  @Override
  public String target() {
    return String.join(", ", Stream.concat(to.stream(), copies.stream()).toList());
  }

  @Override
  public String contentDigest() {
    return Sha256.hex(subject + text + html);
  }
}
