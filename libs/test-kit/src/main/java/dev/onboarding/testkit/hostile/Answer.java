package dev.onboarding.testkit.hostile;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a server said to a request.
///
/// @param status of HTTP, 0 when the connection ended without one
/// @param head status line and headers
public record Answer(int status, String head, String body) {

  private static final Pattern STATUS = Pattern.compile("HTTP/1\\.1 (\\d{3}).*", Pattern.DOTALL);

  static Answer of(byte[] received) {
    String text = new String(received, StandardCharsets.UTF_8);
    int split = text.indexOf("\r\n\r\n");
    String head = split < 0 ? text : text.substring(0, split);
    Matcher status = STATUS.matcher(head);
    return new Answer(
        status.matches() ? Integer.parseInt(status.group(1)) : 0,
        head,
        split < 0 ? "" : text.substring(split + 4));
  }

  /// Whether a header of this name was sent.
  public boolean hasHeader(String name) {
    return head.toLowerCase(Locale.ROOT).contains("\r\n" + name.toLowerCase(Locale.ROOT) + ":");
  }
}
