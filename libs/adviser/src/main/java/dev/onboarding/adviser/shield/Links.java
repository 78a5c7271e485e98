package dev.onboarding.adviser.shield;

import java.util.regex.Pattern;

/// Recognises what leads, or could be made to lead, out of the page it is shown on.
final class Links {

  /// Endings by which a bare word with a dot is taken for a host.
  static final String ENDINGS =
      "(?:com|net|org|io|dev|app|ai|co|info|biz|xyz|top|site|online|cloud|tech|me|tv|cc|ru|cn|de|fr|uk|eu|es|it|nl|pl|pt|br|jp|in|us|ca|ch|at|gov|edu|mil|example|test|invalid|local|onion|zip|mov)";

  private static final Pattern LINK =
      Pattern.compile(
          "(?iu)(?:\\b[a-z][a-z0-9+.-]{1,15}\\s?:\\s?//"
              + "|\\b(?:javascript|vbscript|data|mailto|tel|file|hxxps?|sms|slack)\\s?:\\s?\\S"
              + "|\\bwww\\s?\\.|(?<![\\p{L}\\d:])//[\\p{L}\\d]"
              + "|[\\p{L}\\d](?:\\s?(?:\\.|\\[\\.]|\\(\\.\\)|\\[dot]|\\(dot\\)|。|．)\\s?|\\sdot\\s)"
              + ENDINGS
              + "(?![\\p{L}\\d-])"
              + "|\\b\\d{1,3}(?:\\.\\d{1,3}){3}\\b"
              + "|[\\p{L}\\d._%+-]\\s?(?:@|\\[at]|\\(at\\))\\s?[\\p{L}\\d])");

  private Links() {}

  /// Whether the text holds an address of a page, a host or a mailbox.
  static boolean in(String text) {
    return LINK.matcher(text).find();
  }
}
