package dev.onboarding.coordinator.effect;

import java.net.IDN;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Exactly one mailbox as `name@domain`: no display name, list, group, route, quoting or comment,
/// so that text from another system cannot name further recipients.
public record MailAddress(String value) {

  private static final int LONGEST = 254;
  private static final int LONGEST_NAME = 64;

  /// Without `!` and `%`, by which relays of old were told a route.
  private static final Pattern NAME =
      Pattern.compile("[A-Za-z0-9#$&'*+/=?^_{}~-]+(?:\\.[A-Za-z0-9#$&'*+/=?^_{}~-]+)*");

  private static final Pattern DOMAIN =
      Pattern.compile("(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z][A-Za-z0-9-]+");

  public MailAddress {
    int at = value.indexOf('@');
    boolean plain =
        value.length() <= LONGEST
            && at <= LONGEST_NAME
            && at > 0
            && NAME.matcher(value.substring(0, at)).matches()
            && DOMAIN.matcher(value.substring(at + 1)).matches();
    if (!plain) {
      throw new IllegalArgumentException("Not one plain mail address");
    }
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
    return at < 0 ? address : address.substring(0, at + 1) + IDN.toASCII(address.substring(at + 1));
  }

  @Override
  public String toString() {
    return value;
  }
}
