package dev.onboarding.adviser.shield;

import java.text.Normalizer;
import java.util.regex.Pattern;

/// Text of others, made harmless: one line, no invisible or direction-changing characters, no
/// character by which markup, a placeholder or the end of the data could be written.
public final class PlainText {

  private static final String CUT = " …";

  /// Control, format (zero width, bidi, tags), private use, surrogates alone, line separators.
  private static final Pattern INVISIBLE =
      Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}\\p{Cn}\\u2028\\u2029\\u115F\\u1160\\u3164]+");

  private static final Pattern SPACES = Pattern.compile("\\s+");

  private PlainText() {}

  /// @param most characters that are kept; the rest is cut off and marked by an ellipsis
  public static String of(String text, int most) {
    // What is cut off anyway need not be looked at; composed characters may shrink, hence four.
    String near = text.length() > most * 4L ? text.substring(0, most * 4) : text;
    String plain =
        SPACES
            .matcher(withoutMarks(visible(Normalizer.normalize(near, Normalizer.Form.NFKC))))
            .replaceAll(" ")
            .strip();
    return plain.length() <= most ? plain : cut(plain, most) + CUT;
  }

  /// The same text without what cannot be seen; line breaks become spaces.
  static String visible(String text) {
    return INVISIBLE.matcher(SPACES.matcher(text).replaceAll(" ")).replaceAll("");
  }

  private static String withoutMarks(String text) {
    var plain = new StringBuilder(text.length());
    for (int at = 0; at < text.length(); at++) {
      plain.append(
          switch (text.charAt(at)) {
            case '<' -> '‹';
            case '>' -> '›';
            case '{' -> '(';
            case '}' -> ')';
            case '`' -> '\'';
            case '"' -> '\'';
            case '\\' -> '/';
            default -> text.charAt(at);
          });
    }
    return plain.toString();
  }

  private static String cut(String text, int most) {
    int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
    return text.substring(0, end).stripTrailing();
  }
}
