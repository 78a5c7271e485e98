package dev.onboarding.agentkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What an agent's own records ask of a tool, against what a server lists.
class LacksTests {

  private static final NeededTool NEED =
      NeededTool.of("billing", "billing_get", Question.class, Page.class);

  private static final String TAKES =
      """
      {"type":"object","properties":{"account_id":{},"note":{}},"required":["account_id"]}\
      """;
  private static final String GIVES =
      """
      {"type":"object","properties":{"bills":{"type":"array","items":{"type":"object",\
      "properties":{"due_on":{},"total":{"type":"object","properties":{"amount":{}},\
      "required":["amount"]}},"required":["total"]}}},"required":["bills"]}\
      """;

  private record Question(String accountId, @Nullable String note) {}

  private record Page(List<Bill> bills) {}

  private record Bill(@Nullable String dueOn, Amount total) {}

  private record Amount(String amount) {}

  private record Box<T>(T content) {}

  @Test
  void readsWhatIsNeededOffTheRecords() {
    assertThat(NEED.sends())
        .containsExactly(new WireField("account_id", true), new WireField("note", false));
    assertThat(NEED.reads())
        .containsExactly(
            new WireField("bills", false),
            new WireField("bills[].due_on", false),
            new WireField("bills[].total", true),
            new WireField("bills[].total.amount", true));
  }

  @Test
  void looksIntoGenericRecords() {
    var need =
        NeededTool.of(
            "b", "t", Question.class, new TypeReference<Box<List<Amount>>>() {}.getType());

    assertThat(need.reads()).extracting(WireField::path).contains("content", "content[].amount");
  }

  @Test
  void lacksNothingOfAToolThatHasMore() {
    assertThat(lacks(TAKES, GIVES.replace("{\"due_on\":{}", "{\"due_on\":{},\"more\":{}")))
        .isEmpty();
  }

  @Test
  void missesARenamedFieldEvenWhereItMayBeAbsent() {
    assertThat(lacks(TAKES, GIVES.replace("due_on", "due_date")))
        .containsExactly("it does not answer bills[].due_on");
  }

  @Test
  void missesAFieldThatIsNotCertainAnyMore() {
    assertThat(lacks(TAKES, GIVES.replace(",\"required\":[\"total\"]", "")))
        .containsExactly("it may leave bills[].total out of its answer");
  }

  @Test
  void missesAnArgumentThatIsNotTaken() {
    assertThat(lacks(TAKES.replace(",\"note\":{}", ""), GIVES))
        .containsExactly("it does not take note");
  }

  @Test
  void missesWhatItWouldHaveToSend() {
    assertThat(lacks(TAKES.replace("[\"account_id\"]", "[\"account_id\",\"reason\"]"), GIVES))
        .containsExactly("it asks for reason, which is not sent");
  }

  @Test
  void holdsNothingAgainstASchemaThatDoesNotSay() {
    assertThat(lacks(TAKES, "{}")).isEmpty();
    assertThat(Lacks.of(NEED, null)).containsExactly("it does not list the tool");
  }

  private static List<String> lacks(String takes, String gives) {
    return Lacks.of(NEED, json(takes), json(gives));
  }

  private static JsonNode json(String text) {
    return JsonMapper.shared().readTree(text);
  }
}
