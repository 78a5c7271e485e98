package dev.onboarding.coordinator.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The quick way through a text and the regular expressions say the same.
class TextsLawsTests {

  /// Whole and in pieces, so that what is put together is often nearly one of them.
  private static final List<String> PIECES =
      List.of(
          "xox",
          "b-",
          "xoxb-1234567890",
          "eyJ",
          "eyJhbGciOiJI.",
          "eyJzdWIiOiIx.",
          "sk-",
          "bearer ",
          "abcdefghijklmnop",
          "api",
          "key",
          "access_",
          "token",
          "client-",
          "secret",
          "password",
          "=",
          ": ",
          "\"",
          "'",
          "www.",
          "www",
          ".",
          "://",
          "https",
          "ftp://x",
          "/",
          "@",
          "@here",
          "@channel",
          "a@b.example",
          "#",
          "_",
          "*",
          "~",
          "`",
          "|",
          "[",
          "]",
          "(",
          ")",
          "<",
          ">",
          "&",
          "\\",
          "$0",
          " ",
          "\t",
          "\r\n",
          "\u202E",
          "\u200B",
          "\u2028",
          "\uFEFF",
          "\u212A",
          "ſ",
          "ß",
          "é",
          "😀",
          "\uD83D",
          "İ",
          "a",
          "Z",
          "7",
          "-",
          "+",
          ";",
          "{",
          "}",
          "Invoice INV-1227 is overdue");

  @Property(tries = 4000)
  void anyTextIsShownAsTheExpressionsWould(
      @ForAll long seed, @ForAll @IntRange(max = 9) int pieces) {
    var text = text(seed, pieces);

    for (Texts texts : Texts.values()) {
      assertThat(texts.shown(text)).isEqualTo(RegexTexts.shown(texts, text));
    }
  }

  @Property
  void anyStringIsShownAsTheExpressionsWould(@ForAll String text) {
    for (Texts texts : Texts.values()) {
      assertThat(texts.shown(text)).isEqualTo(RegexTexts.shown(texts, text));
    }
  }

  @ParameterizedTest
  @EnumSource(Texts.class)
  void eachPieceAloneIsShownAsTheExpressionsWould(Texts texts) {
    for (var piece : PIECES) {
      assertThat(texts.shown(piece)).isEqualTo(RegexTexts.shown(texts, piece));
    }
  }

  private static String text(long seed, int pieces) {
    var random = new Random(seed);
    var text = new StringBuilder();
    for (int i = 0; i < pieces; i++) {
      var piece = PIECES.get(random.nextInt(PIECES.size()));
      text.append(random.nextInt(4) == 0 ? piece.toUpperCase(Locale.ROOT) : piece);
    }
    return text.toString();
  }
}
