package dev.onboarding.coordinator.effect;

import java.net.IDN;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Exactly one mailbox as `name@domain`: no display name, list, group, route, quoting or comment,
/// so that text from another system cannot name further recipients.
public record MailAddress(String value) {

  private static final int LONGEST = 254;
  private static final int LONGEST_NAME = 64;

  private static final int LONGEST_LABEL = 63;

  /// Beside letters and digits; without `!` and `%`, by which relays of old were told a route.
  private static final String IN_NAMES = "#$&'*+/=?^_{}~-";

  public MailAddress {
    int at = value.indexOf('@');
    boolean plain =
        value.length() <= LONGEST
            && at <= LONGEST_NAME
            && at > 0
            && isName(value, at)
            && isDomain(value, at + 1);
    if (!plain) {
      throw new IllegalArgumentException("Not one plain mail address");
    }
  }

  /// Words with single dots between them.
  private static boolean isName(String text, int end) {
    boolean word = false;
    for (int i = 0; i < end; i++) {
      char each = text.charAt(i);
      boolean dot = each == '.' && word;
      if (!dot && !isLetterOrDigit(each) && IN_NAMES.indexOf(each) < 0) {
        return false;
      }
      word = !dot;
    }
    return word;
  }

  /// At least two labels; the last begins with a letter, so that no number of a host passes.
  private static boolean isDomain(String text, int from) {
    int label = from;
    for (int dot = text.indexOf('.', from); dot >= 0; dot = text.indexOf('.', label)) {
      if (!isLabel(text, label, dot)) {
        return false;
      }
      label = dot + 1;
    }
    return label > from
        && text.length() - label >= 2
        && isLetter(text.charAt(label))
        && holdsLabel(text, label, text.length());
  }

  private static boolean isLabel(String text, int from, int to) {
    return to > from
        && to - from <= LONGEST_LABEL
        && text.charAt(from) != '-'
        && text.charAt(to - 1) != '-'
        && holdsLabel(text, from, to);
  }

  private static boolean holdsLabel(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (!isLetterOrDigit(text.charAt(i)) && text.charAt(i) != '-') {
        return false;
      }
    }
    return true;
  }

  private static boolean isLetterOrDigit(char each) {
    return isLetter(each) || (each >= '0' && each <= '9');
  }

  private static boolean isLetter(char each) {
    return (each >= 'a' && each <= 'z') || (each >= 'A' && each <= 'Z');
  }

  /// Empty when the text is anything else; a domain in other letters is turned into ASCII.
  public static Optional<MailAddress> of(@Nullable String text) {
    if (text == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(new MailAddress(inAscii(text.strip())));
    } catch (IllegalArgumentException unusable) {
      return Optional.empty();
    }
  }

  private static String inAscii(String address) {
    int at = address.indexOf('@');
    return at < 0 || isShortAscii(address, at + 1)
        ? address
        : address.substring(0, at + 1) + IDN.toASCII(address.substring(at + 1));
  }

  /// Such a domain is already what it would be turned into, or is none.
  private static boolean isShortAscii(String text, int from) {
    return text.length() - from <= LONGEST_LABEL
        && text.chars().skip(from).allMatch(each -> each < 0x80);
  }

  @Override
  public String toString() {
    return value;
  }
}
