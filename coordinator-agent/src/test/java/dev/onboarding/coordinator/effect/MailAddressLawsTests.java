package dev.onboarding.coordinator.effect;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.IDN;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/// The quick way through an address and the regular expressions say the same.
class MailAddressLawsTests {

  private static final Pattern NAME =
      Pattern.compile("[A-Za-z0-9#$&'*+/=?^_{}~-]+(?:\\.[A-Za-z0-9#$&'*+/=?^_{}~-]+)*");
  private static final Pattern DOMAIN =
      Pattern.compile("(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z][A-Za-z0-9-]+");
  private static final List<String> PIECES =
      List.of(
          "robin",
          "r",
          "7",
          ".",
          ".",
          ".",
          "-",
          "-",
          "@",
          "@",
          "@",
          "example",
          "com",
          "x",
          "_",
          "'",
          "!",
          "%",
          "\"",
          " ",
          "<",
          ">",
          ",",
          ";",
          ":",
          "\r\n",
          "\u0000",
          "ö",
          "。",
          "😀",
          "\uD83D",
          "xn--",
          "a".repeat(31),
          "b".repeat(62),
          "c".repeat(63),
          "d".repeat(64));

  @Property(tries = 5000)
  void anyPiecesAreTakenAsTheExpressionsWould(
      @ForAll long seed, @ForAll @IntRange(max = 9) int pieces) {
    agreesOn(text(seed, pieces));
  }

  @Property(tries = 5000)
  void anyNameAndDomainAreTakenAsTheExpressionsWould(
      @ForAll long seed, @ForAll @IntRange(max = 4) int name, @ForAll @IntRange(max = 6) int more) {
    agreesOn(text(seed, name) + "@a." + text(seed + 1, more) + "com");
    agreesOn("robin@" + text(seed, more));
  }

  @Property
  void anyStringIsTakenAsTheExpressionsWould(@ForAll String text) {
    agreesOn(text);
    agreesOn(text + "@example.com");
    agreesOn("robin@" + text + ".com");
  }

  private static void agreesOn(String text) {
    assertThat(MailAddress.of(text).map(MailAddress::value)).isEqualTo(byExpressions(text));
  }

  private static Optional<String> byExpressions(String text) {
    try {
      var address = inAscii(text.strip());
      int at = address.indexOf('@');
      return address.length() <= 254
              && at > 0
              && at <= 64
              && NAME.matcher(address.substring(0, at)).matches()
              && DOMAIN.matcher(address.substring(at + 1)).matches()
          ? Optional.of(address)
          : Optional.empty();
    } catch (IllegalArgumentException unusable) {
      return Optional.empty();
    }
  }

  private static String inAscii(String address) {
    int at = address.indexOf('@');
    return at < 0 ? address : address.substring(0, at + 1) + IDN.toASCII(address.substring(at + 1));
  }

  private static String text(long seed, int pieces) {
    var random = new Random(seed);
    var text = new StringBuilder();
    for (int i = 0; i < pieces; i++) {
      text.append(PIECES.get(random.nextInt(PIECES.size())));
    }
    return text.toString();
  }
}
