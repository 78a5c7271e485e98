package dev.onboarding.coordinator.report;

import dev.onboarding.edge.EdgeJson;
import dev.onboarding.model.decision.FiredRow;
import dev.onboarding.model.decision.Tier;
import dev.onboarding.model.decision.Verdict;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Writes what Slack is told about a run: the verdict, and who must do what.
public final class SlackMessages {

  private static final int HEADER_MOST = 150;
  private static final int SECTION_MOST = 2900;
  private static final int ROWS_MOST = 12;

  public SlackMessage judged(ReportInput input) {
    String title = title(input);
    ArrayNode blocks = EdgeJson.mapper().createArrayNode();
    blocks.add(header(title));
    blocks.add(section(Texts.SLACK.shown(input.advice().summary())));
    List<FiredRow> open =
        input.decision().fired().stream().filter(row -> row.tier() != Tier.NOTE).toList();
    open.stream().limit(ROWS_MOST).forEach(row -> blocks.add(section(row(row))));
    if (open.size() > ROWS_MOST) {
      blocks.add(section("_and %d more in the report_".formatted(open.size() - ROWS_MOST)));
    }
    ReportInput.Tenant tenant = input.tenant();
    if (tenant != null) {
      blocks.add(
          section(
              "*Tenant* `%s` · tier %s"
                  .formatted(
                      Texts.SLACK.shown(tenant.id()),
                      Texts.SLACK.named(CustomerViews.tier(tenant.tier())))));
    }
    blocks.add(context(input));
    return new SlackMessage(Texts.shortened(text(input, title, open), SECTION_MOST), blocks);
  }

  private static String title(ReportInput input) {
    Verdict verdict = input.decision().verdict();
    var title = "%s: %s".formatted(headline(verdict), ReportViews.accountOf(input.run()));
    return Texts.unlinked(Texts.clean(title));
  }

  private static String headline(Verdict verdict) {
    return switch (verdict) {
      case PROCEED -> "✅ PROCEED";
      case ESCALATE -> "⚠️ ESCALATE";
      case BLOCK -> "⛔ BLOCK";
    };
  }

  private static String text(ReportInput input, String title, List<FiredRow> open) {
    StringBuilder text = new StringBuilder(Texts.SLACK.shown(title));
    open.forEach(row ->
        text.append("\n• ")
            .append(Texts.SLACK.shown(row.says()))
            .append(" → ")
            .append(Texts.SLACK.shown(row.owner())));
    return text.append("\nCorrelation id ")
        .append(Texts.SLACK.shown(input.run().correlation()))
        .toString();
  }

  private static String row(FiredRow row) {
    return "%s *%s* %s\n*%s:* %s"
        .formatted(
            row.tier() == Tier.VIOLATION ? ":red_circle:" : ":large_yellow_circle:",
            Texts.SLACK.shown(row.rule()),
            Texts.SLACK.shown(row.says()),
            Texts.SLACK.shown(row.owner()),
            Texts.SLACK.shown(row.remedy()));
  }

  private static ObjectNode header(String title) {
    ObjectNode block = EdgeJson.mapper().createObjectNode().put("type", "header");
    block
        .putObject("text")
        .put("type", "plain_text")
        .put("text", Texts.shortened(title, HEADER_MOST));
    return block;
  }

  private static ObjectNode section(String markdown) {
    ObjectNode block = EdgeJson.mapper().createObjectNode().put("type", "section");
    block
        .putObject("text")
        .put("type", "mrkdwn")
        .put("text", Texts.shortened(markdown.isEmpty() ? "–" : markdown, SECTION_MOST));
    return block;
  }

  private static ObjectNode context(ReportInput input) {
    ObjectNode block = EdgeJson.mapper().createObjectNode().put("type", "context");
    String link = Texts.link(input.run().address());
    String run = Texts.SLACK.shown(input.run().id());
    block
        .putArray("elements")
        .addObject()
        .put("type", "mrkdwn")
        .put(
            "text",
            "Run %s · attempt %d · risk %s · correlation id `%s` · rule set %s"
                .formatted(
                    link.isEmpty() ? run : "<%s|%s>".formatted(link, run),
                    input.run().attempt(),
                    input.advice().riskLevel(),
                    Texts.SLACK.shown(input.run().correlation()),
                    Texts.SLACK.shown(input.decision().ruleSet())));
    return block;
  }
}
