package dev.onboarding.coordinator.report;

import java.util.Map;
import java.util.regex.Pattern;

/// What `Texts` promises, in regular expressions alone: slow, and short enough to be read.
final class RegexTexts {

  private static final Pattern INVISIBLE =
      Pattern.compile(
          "[\\p{Cntrl}\\u061C\\u200B\\u200E\\u200F\\u2028\\u2029\\u202A-\\u202E\\u2060-\\u2069"
              + "\\uFEFF]+");
  private static final Pattern CREDENTIAL =
      Pattern.compile(
          "(?i)(?:xox[a-z]-[\\w-]{6,}|eyJ[\\w-]{8,}\\.[\\w-]{4,}\\.[\\w-]*|\\bsk-[\\w-]{12,}"
              + "|\\bbearer\\s+[\\w.~+/-]{8,}=*"
              + "|\\b(?:api[_-]?key|access[_-]?token|client[_-]?secret|password|secret)\\b"
              + "[\"']?\\s*[=:]\\s*(?:\"[^\"]*\"|'[^']*'|[^\\s\"',;}]+))");
  private static final Pattern WWW = Pattern.compile("(?i)\\bwww\\.");
  private static final Pattern MARKUP =
      Pattern.compile("[\\\\`*\\[\\]|~]|(?<![\\p{L}\\p{N}])_|_(?![\\p{L}\\p{N}])|^#");
  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?i)(?:\\b[a-z][a-z0-9+.-]*://|\\bwww\\.)[^\\s<>()\\[\\]|`]*"
              + "|[\\w.+'-]+@[\\w-]+(?:\\.[\\w-]+)+");
  private static final Pattern MARK =
      Pattern.compile("(?<![\\p{L}\\p{N}])[*_~]|[*_~](?![\\p{L}\\p{N}])|`");
  private static final Map<String, String> ALIKE = Map.of("*", "∗", "_", "ˍ", "~", "∼", "`", "ˋ");
  private static final Pattern CALL = Pattern.compile("(?i)@(?=here|channel|everyone)");

  private RegexTexts() {}

  static String shown(Texts texts, String text) {
    var clean = CREDENTIAL.matcher(INVISIBLE.matcher(text).replaceAll(" ")).replaceAll("***");
    return escaped(texts, clean.strip());
  }

  private static String escaped(Texts texts, String clean) {
    return switch (texts) {
      case HTML, PLAIN -> unlinked(clean);
      case MARKDOWN -> markdown(clean);
      case SLACK -> slack(unlinked(clean));
    };
  }

  private static String unlinked(String text) {
    return WWW.matcher(text.replace("://", "[:]//")).replaceAll("www[.]");
  }

  private static String markdown(String text) {
    var escaped = new StringBuilder();
    int from = 0;
    for (var address = ADDRESS.matcher(text); address.find(); from = address.end()) {
      escaped
          .append(words(text.substring(from, address.start())))
          .append("`%s`".formatted(address.group().replace('`', '\'').replace('|', '¦')));
    }
    return escaped.append(words(text.substring(from))).toString();
  }

  private static String words(String text) {
    return MARKUP.matcher(entities(text)).replaceAll("\\\\$0");
  }

  private static String slack(String text) {
    var marked = MARK.matcher(text).replaceAll(mark -> ALIKE.getOrDefault(mark.group(), ""));
    return entities(CALL.matcher(marked).replaceAll("＠"));
  }

  private static String entities(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
