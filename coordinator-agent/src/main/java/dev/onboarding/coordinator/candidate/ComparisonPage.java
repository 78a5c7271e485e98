package dev.onboarding.coordinator.candidate;

import dev.onboarding.coordinator.report.Templates;
import dev.onboarding.coordinator.report.Texts;
import dev.onboarding.model.decision.Verdict;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/// A comparison as a page for people, whole in itself.
public final class ComparisonPage {

  private final Templates templates = new Templates("candidate");

  public String html(RuleSetComparison comparison) {
    return templates.fill("comparison.html", Map.of("page", Page.of(comparison)));
  }

  /// What the page prints.
  record Page(
      String title,
      String headline,
      String lead,
      String tone,
      List<Total> totals,
      List<Way> ways,
      List<Row> rows,
      List<Run> runs,
      String leftOff,
      List<Line> facts) {

    static Page of(RuleSetComparison all) {
      return new Page(
          "What rule set %s would change".formatted(text(all.candidate().version())),
          all.otherwise() == 0
              ? "No decision would be another one"
              : "%,d of %,d decisions would be other ones"
                  .formatted(all.otherwise(), all.compared()),
          "Decided once more on what was recorded; nothing was changed.",
          all.otherwise() == 0 ? "proceed" : "escalate",
          List.of(
              new Total(all.compared(), "decided again", "note"),
              new Total(all.otherwise(), "decided otherwise", "escalate"),
              new Total(all.otherRows(), "the same, by other rows", "note"),
              new Total(all.equal(), "the same", "proceed")),
          all.transitions().stream().map(Page::way).toList(),
          all.rows().stream().map(Page::row).toList(),
          all.runs().stream().map(Page::run).toList(),
          all.leftOff() == 0 ? "" : "%,d more are counted and not listed.".formatted(all.leftOff()),
          facts(all));
    }

    private static List<Line> facts(RuleSetComparison all) {
      return List.of(
          new Line("Rule set", text(all.candidate().version())),
          new Line("SHA-256", text(all.candidate().digest())),
          new Line("Runs created since", text(all.since())),
          new Line("Left out: personal facts erased", "%,d".formatted(all.erased())),
          new Line("Left out: not readable", "%,d".formatted(all.unreadable().size())),
          new Line("Took", "%.1f s".formatted(all.took().toMillis() / 1000.0)));
    }

    private static Way way(RuleSetComparison.Transition way) {
      return new Way(
          way.from().toString(), tone(way.from()), way.to().toString(), tone(way.to()), way.runs());
    }

    private static Row row(RuleSetComparison.RowChange row) {
      return new Row(text(row.rule()), row.fires(), row.silent(), row.otherwise());
    }

    private static Run run(RuleSetComparison.Change run) {
      return new Run(
          text(run.account()),
          run.runId().toString(),
          text(run.decidedAt().truncatedTo(ChronoUnit.SECONDS)),
          run.from().toString(),
          tone(run.from()),
          run.to().toString(),
          tone(run.to()),
          text(String.join(", ", new TreeSet<>(run.fires()))),
          text(String.join(", ", new TreeSet<>(run.silent()))));
    }

    private static String tone(Verdict verdict) {
      return verdict.name().toLowerCase(Locale.ROOT);
    }

    private static String text(Object value) {
      return Texts.HTML.shown(value);
    }
  }

  record Total(int value, String label, String tone) {}

  record Way(String from, String fromTone, String to, String toTone, int runs) {}

  record Row(String rule, int fires, int silent, int otherwise) {}

  record Run(
      String account,
      String run,
      String decidedAt,
      String from,
      String fromTone,
      String to,
      String toTone,
      String fires,
      String silent) {}

  record Line(String label, String value) {}
}
