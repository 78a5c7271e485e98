package dev.onboarding.coordinator.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class SlackMessagesTests {

  private final SlackMessages messages = new SlackMessages();

  @Test
  void tellsTheVerdictAndWhoMustDoWhat() {
    SlackMessage message = messages.judged(SampleRuns.overdue());

    assertThat(message.text())
        .startsWith("⚠️ ESCALATE: Gamma (ACCT-001)")
        .contains("25 days overdue", "→ Finance", SampleRuns.CORRELATION);
    assertThat(message.blocks().get(0).path("type").asString()).isEqualTo("header");
    assertThat(message.blocks().toString())
        .contains("INV-04", "Collect, or agree a payment plan.", SampleRuns.CORRELATION)
        .contains("<http://127.0.0.1:8080/api/runs/run-0001/report.html|run-0001>");
  }

  @Test
  void namesTheTenantOnceItIsThere() {
    assertThat(messages.judged(SampleRuns.proceeding()).blocks().toString())
        .contains("tenant-1", "Enterprise");
  }

  @Test
  void callsNobodyInTheNameOfACustomer() {
    SlackMessage message = messages.judged(SampleRuns.named("<!channel> & <@U1>"));

    assertThat(message.text()).contains("&lt;!channel&gt; &amp; &lt;@U1&gt;");
    for (JsonNode block : message.blocks()) {
      JsonNode text = block.path("text");
      if (text.path("type").asString().equals("mrkdwn")) {
        assertThat(text.path("text").asString()).doesNotContain("<!channel>", "<@U1>");
      }
    }
  }

  @Test
  void staysWithinWhatSlackAccepts() {
    SlackMessage message = messages.judged(SampleRuns.named("A".repeat(5_000)));

    assertThat(message.text()).hasSizeLessThanOrEqualTo(3_000);
    for (JsonNode block : message.blocks()) {
      int most = block.path("type").asString().equals("header") ? 150 : 3_000;
      assertThat(block.path("text").path("text").asString("").length()).isLessThanOrEqualTo(most);
    }
  }
}
