package dev.onboarding.coordinator.report;

import java.util.regex.Pattern;

/// A net under everything printed; what is printed has no place for a credential to begin with.
final class Credentials {

  private static final Pattern CREDENTIAL =
      Pattern.compile(
          "(?i)(?:xox[a-z]-[\\w-]{6,}|eyJ[\\w-]{8,}\\.[\\w-]{4,}\\.[\\w-]*|\\bsk-[\\w-]{12,}"
              + "|\\bbearer\\s+[\\w.~+/-]{8,}=*"
              + "|\\b(?:api[_-]?key|access[_-]?token|client[_-]?secret|password|secret)\\b"
              + "[\"']?\\s*[=:]\\s*(?:\"[^\"]*\"|'[^']*'|[^\\s\"',;}]+))");

  private Credentials() {}

  static String removed(String text) {
    return mayHold(text) ? CREDENTIAL.matcher(text).replaceAll("***") : text;
  }

  /// Looking for what stands in every credential that the pattern knows is quick.
  private static boolean mayHold(String text) {
    // The shortest of them is longer than that.
    for (int i = 0; i < text.length() - 3; i++) {
      if (isTelltale(text, i)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isTelltale(String text, int at) {
    return switch (text.charAt(at)) {
      case 'x', 'X' -> begins(text, at, "xox");
      case 'e', 'E' -> begins(text, at, "eyj");
      case 's', 'S' -> begins(text, at, "sk-") || begins(text, at, "secret");
      case 'b', 'B' -> begins(text, at, "bearer");
      case 'k', 'K' -> begins(text, at, "key");
      case 't', 'T' -> begins(text, at, "token");
      case 'p', 'P' -> begins(text, at, "password");
      default -> false;
    };
  }

  private static boolean begins(String text, int at, String telltale) {
    // The second letter tells most words apart; so does the hyphen, which has no other case.
    return (text.charAt(at + 1) | ' ') == telltale.charAt(1)
        && text.regionMatches(true, at, telltale, 0, telltale.length());
  }
}
