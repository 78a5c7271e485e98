package dev.onboarding.coordinator.report;

import java.util.Map;
import java.util.regex.Pattern;

/// Slack's escapes. Slack has them for three characters only; its other marks are replaced by ones
/// that look alike, wherever they could begin or end something.
final class SlackMarkup {

  private static final Pattern MARK =
      Pattern.compile("(?<![\\p{L}\\p{N}])[*_~]|[*_~](?![\\p{L}\\p{N}])|`");
  private static final Map<String, String> ALIKE = Map.of("*", "∗", "_", "ˍ", "~", "∼", "`", "ˋ");
  private static final Pattern CALL = Pattern.compile("(?i)@(?=here|channel|everyone)");

  private SlackMarkup() {}

  static String escaped(String text) {
    return isPlain(text) ? text : replaced(text);
  }

  /// Most texts are: none of the characters is in them that could be replaced.
  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      switch (text.charAt(i)) {
        case '*', '_', '~', '`', '@', '&', '<', '>' -> {
          return false;
        }
        default -> {}
      }
    }
    return true;
  }

  private static String replaced(String text) {
    var marked = MARK.matcher(text).replaceAll(mark -> ALIKE.getOrDefault(mark.group(), ""));
    return CALL.matcher(marked)
        .replaceAll("＠")
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;");
  }
}
