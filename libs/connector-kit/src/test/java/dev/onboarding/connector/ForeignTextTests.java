package dev.onboarding.connector;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ForeignTextTests {

  @Test
  void putsEverythingOnOneLine() {
    assertThat(ForeignText.quoted(" no\r\n\tsuch\u0000row \n")).isEqualTo("no such row");
  }

  @Test
  void endsWhatIsTooLong() {
    assertThat(ForeignText.quoted("x".repeat(300))).isEqualTo("x".repeat(300));
    assertThat(ForeignText.quoted("x".repeat(301))).isEqualTo("x".repeat(300) + "…");
  }

  @Test
  void takesTheFirstTextThatSaysSomething() {
    JsonNode node =
        JsonMapper.shared()
            .readTree(
                """
                {"number": 7, "list": ["x"], "nothing": null, "blank": " ", "text": " a\\nb "}\
                """);

    assertThat(
            ForeignText.firstOf(
                node.path("absent"),
                node.path("number"),
                node.path("list"),
                node.path("nothing"),
                node.path("blank"),
                node.path("text")))
        .isEqualTo("a b");
    assertThat(ForeignText.firstOf(node.path("absent"), node.path("number"))).isEmpty();
  }
}
