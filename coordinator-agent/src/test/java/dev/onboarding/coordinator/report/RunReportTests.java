package dev.onboarding.coordinator.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onboarding.edge.EdgeJson;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.JsonNode;

class RunReportTests {

  private final RunReport reports = new RunReport();

  @Test
  void saysInMarkdownWhatWasDecidedAndWhy() {
    String report = reports.markdown(SampleRuns.overdue());

    assertThat(report)
        .startsWith("# Onboarding of Gamma (ACCT-001): A person must decide\n")
        .contains("**Decision: ESCALATE**")
        .contains(
            "| INV-04 | warning | Invoice INV-1227 is 25 days overdue; 90,000.00 USD remains.")
        .contains("### Contract: judged")
        .contains("- It is the envelope that the CRM names.")
        .contains("by `a_tool`, call `call-1`")
        .contains("2027-01-15 08:00:00 UTC | queued |")
        .contains("- contract-agent: 0.1.0");
  }

  @Test
  void saysInMarkdownWhatCouldNotBeRead() {
    assertThat(reports.markdown(SampleRuns.throttled()))
        .contains("| INVOICE-FAILED | violation |")
        .contains("### Invoice: failed")
        .contains("NetSuite allows no more concurrent requests.")
        .doesNotContain("INV-05");
  }

  @Test
  void showsTenantTasksAndEffectsOfASoundRun() {
    ReportInput input = SampleRuns.proceeding();

    for (String report : List.of(reports.markdown(input), reports.html(input))) {
      assertThat(report)
          .contains("No rule fired", "tenant-1", "Enterprise", "https")
          .contains("Schedule kickoff", "cs team")
          .contains("run-0001/1/notify-slack");
    }
  }

  @Test
  void leavesOutWhatDidNotHappen() {
    assertThat(reports.html(SampleRuns.overdue()))
        .doesNotContain("Onboarding checklist")
        .doesNotContain(">Tenant<");
    assertThat(reports.markdown(SampleRuns.overdue())).doesNotContain("## Tenant");
  }

  @Test
  void keepsInJsonWhatAnAuditorNeeds() {
    JsonNode audit = EdgeJson.mapper().readTree(reports.json(SampleRuns.overdue()));

    assertThat(audit.path("format").asString()).isEqualTo("onboarding-audit/1");
    assertThat(audit.at("/run/correlation").asString()).isEqualTo(SampleRuns.CORRELATION);
    assertThat(audit.at("/decision/verdict").asString()).isEqualTo("ESCALATE");
    assertThat(audit.at("/decision/rule_set_digest").asString()).hasSize(64);
    assertThat(audit.at("/decision/fired/0/rule").asString()).isEqualTo("INV-04");
    assertThat(audit.at("/assessments/invoice/findings/0/days_overdue").asInt()).isEqualTo(25);
    assertThat(audit.at("/assessments/invoice/findings/0/evidence/0/call").asString())
        .isEqualTo("call-1");
    assertThat(audit.at("/assessments/invoice/findings/0/remaining"))
        .isEqualTo(EdgeJson.mapper().readTree("{\"amount\": 90000.00, \"currency\": \"USD\"}"));
    assertThat(audit.at("/effects/0/key").asString()).isEqualTo("run-0001/1/notify-slack");
  }

  @Test
  void carriesTheCorrelationIdInEveryForm() {
    ReportInput input = SampleRuns.overdue();

    assertThat(List.of(reports.markdown(input), reports.html(input), reports.json(input)))
        .allSatisfy(report -> assertThat(report).contains(SampleRuns.CORRELATION));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "{{7*7}}"})
  void printsNoMarkupOfANameInHtml(String name) {
    String report = reports.html(SampleRuns.named(name));

    assertThat(report)
        .doesNotContain("<script>alert", "<img src=x")
        .contains(HtmlUtils.htmlEscape(name));
  }

  @Test
  void printsNoMarkupOfANameInMarkdown() {
    String report =
        reports.markdown(
            SampleRuns.named("| *Evil* | [click](http://evil.example) <b>`x`</b>\n# Title"));

    assertThat(report)
        .contains(
            "\\| \\*Evil\\* \\| \\[click\\](`http://evil.example`) &lt;b&gt;\\`x\\`&lt;/b&gt;")
        .doesNotContain("\n# Title", "<b>", "[click](");
  }

  @Test
  void doesNotEvaluateAName() {
    assertThat(reports.html(SampleRuns.named("[[${7*7}]] ${7*7} [(${7*7})]")))
        .doesNotContain("49 ")
        .contains("${7*7}");
    assertThat(reports.markdown(SampleRuns.named("[(${7*7})]"))).contains("${7\\*7}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "xoxb-1234567890-abcdef",
        "Bearer abcdefghijklmnop",
        "eyJhbGciOiJI.eyJzdWIiOiIx.c2lnbmF0dXJl",
        "api_key=abc123456789",
        "client_secret: hunter2hunter2",
        "sk-abcdefghijklmnopqrst",
        "password=\"correct horse\""
      })
  void printsNothingThatLooksLikeACredential(String credential) {
    ReportInput input = SampleRuns.failing("NetSuite said " + credential + " is wrong.");
    var slack = new SlackMessages().judged(input);
    Email email = new Emails().blocked(input);

    assertThat(
            List.of(
                reports.markdown(input),
                reports.html(input),
                reports.json(input),
                email.html(),
                email.text(),
                slack.text(),
                slack.blocks().toString()))
        .allSatisfy(text -> assertThat(text).doesNotContain(credential, "horse"));
    assertThat(
            EdgeJson.mapper()
                .readTree(reports.json(input))
                .at("/assessments/invoice/failure/message")
                .asString())
        .startsWith("NetSuite said ***");
  }

  @Test
  void namesTheAlgorithmOfADigestOnce() {
    ReportInput input = SampleRuns.overdue();

    for (String report : List.of(reports.markdown(input), reports.html(input))) {
      assertThat(report)
          .contains("SHA-256")
          .contains(input.decision().ruleSetDigest().replace("sha256:", ""))
          .doesNotContain("sha256:");
    }
  }

  @Test
  void doesNotRepeatBeneathALinkWhatTheOthersRestOn() {
    String report = reports.markdown(SampleRuns.linked());

    assertThat(report.substring(report.indexOf("### Link"), report.indexOf("## What was done")))
        .contains("The invoice names another account.")
        .contains("Evidence: salesforce, Contract 800, by `crm_tool`")
        .doesNotContain("a_tool");
  }

  @Test
  void keepsNobodysMailAddressInTheAudit() {
    String audit = reports.json(SampleRuns.personal());

    assertThat(audit)
        .contains("\"r***@example.com\"", "\"R*** C***\"", "o***@vendor.example")
        .contains("Olga Owner")
        .doesNotContain("robin.castellan", "Castellan", "olga@", "accounts-payable");
  }

  @Test
  void rendersTheSameTwice() {
    assertThat(reports.html(SampleRuns.overdue())).isEqualTo(reports.html(SampleRuns.overdue()));
    assertThat(reports.json(SampleRuns.overdue())).isEqualTo(reports.json(SampleRuns.overdue()));
  }
}
