package dev.onboarding.coordinator.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TextsTests {

  @ParameterizedTest
  @CsvSource({
    "*bold* text, ∗bold∗ text",
    "_a_ and ~b~, ˍaˍ and ∼b∼",
    "`code`, ˋcodeˋ",
    "CONCURRENCY_LIMIT_EXCEEDED, CONCURRENCY_LIMIT_EXCEEDED",
    "2*3, 2*3",
    "<!channel> & <@U1>, &lt;!channel&gt; &amp; &lt;@U1&gt;",
    "@here @Channel @everyone, ＠here ＠Channel ＠everyone",
    "<https://evil.example|x>, &lt;https[:]//evil.example|x&gt;",
    "www.evil.example, www[.]evil.example"
  })
  void leavesSlackNothingToInterpret(String text, String shown) {
    assertThat(Texts.SLACK.shown(text)).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource({
    "CONCURRENCY_LIMIT_EXCEEDED, CONCURRENCY_LIMIT_EXCEEDED",
    "_emphasis_ *here*, \\_emphasis\\_ \\*here\\*",
    "see https://a.example/b_c_ now, see `https://a.example/b_c_` now",
    "write to robin_c@example.com, write to `robin_c@example.com`",
    "Invoice #12, Invoice #12",
    "# Title, \\# Title",
    "a | b, a \\| b"
  })
  void escapesInMarkdownOnlyWhatMeansSomething(String text, String shown) {
    assertThat(Texts.MARKDOWN.shown(text)).isEqualTo(shown);
  }

  @Test
  void showsIdsInMarkdownLetterByLetter() {
    assertThat(Texts.MARKDOWN.code("a_b`c|d")).isEqualTo("`a_b'c¦d`");
    assertThat(Texts.MARKDOWN.code(null)).isEmpty();
    assertThat(Texts.MARKDOWN.address(URI.create("https://a.example/x")))
        .isEqualTo("`https://a.example/x`");
    assertThat(Texts.PLAIN.address(URI.create("https://a.example/x")))
        .isEqualTo("https://a.example/x");
  }

  @ParameterizedTest
  @EnumSource(Texts.class)
  void keepsEverythingInOneVisibleLine(Texts texts) {
    assertThat(texts.shown("one\r\ntwo\u202Ethree\u200Bfour\u2028five"))
        .isEqualTo("one two three four five");
  }

  @ParameterizedTest
  @EnumSource(Texts.class)
  void boundsNames(Texts texts) {
    assertThat(texts.named("A".repeat(300))).hasSize(100).endsWith("…");
  }

  @Test
  void cutsNoCharacterInHalf() {
    assertThat(Texts.shortened("ab😀cd", 4)).isEqualTo("ab…");
  }
}
