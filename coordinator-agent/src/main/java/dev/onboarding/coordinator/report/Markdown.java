package dev.onboarding.coordinator.report;

import java.util.regex.Pattern;

/// Markdown's escapes, only where Markdown would see markup: a report is read unrendered as well.
final class Markdown {

  /// An underscore within a word, and a hash within a line, mean nothing.
  private static final Pattern MARKUP =
      Pattern.compile("[\\\\`*\\[\\]|~]|(?<![\\p{L}\\p{N}])_|_(?![\\p{L}\\p{N}])|^#");

  /// What is turned into a link without being asked.
  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?i)(?:\\b[a-z][a-z0-9+.-]*://|\\bwww\\.)[^\\s<>()\\[\\]|`]*"
              + "|[\\w.+'-]+@[\\w-]+(?:\\.[\\w-]+)+");

  private Markdown() {}

  static String escaped(String text) {
    return Links.any(text) ? withCodedAddresses(text) : words(text);
  }

  private static String withCodedAddresses(String text) {
    var escaped = new StringBuilder();
    int from = 0;
    for (var address = ADDRESS.matcher(text); address.find(); from = address.end()) {
      escaped.append(words(text.substring(from, address.start()))).append(code(address.group()));
    }
    return escaped.append(words(text.substring(from))).toString();
  }

  /// Also within a table, where a bar would end the cell.
  static String code(String text) {
    return text.isEmpty() ? "" : "`" + text.replace('`', '\'').replace('|', '¦') + "`";
  }

  private static String words(String text) {
    return isPlain(text)
        ? text
        : MARKUP
            .matcher(text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"))
            .replaceAll("\\\\$0");
  }

  /// Most texts are: none of the characters is in them that could be escaped.
  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      switch (text.charAt(i)) {
        case '\\', '`', '*', '[', ']', '|', '~', '_', '&', '<', '>' -> {
          return false;
        }
        case '#' -> {
          if (i == 0) {
            return false;
          }
        }
        default -> {}
      }
    }
    return true;
  }
}
