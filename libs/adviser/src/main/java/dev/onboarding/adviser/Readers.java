package dev.onboarding.adviser;

import dev.onboarding.adviser.Advice.Action;
import dev.onboarding.adviser.Advice.ExplainedFailure;
import dev.onboarding.adviser.ask.Inquiry.Reading;
import dev.onboarding.adviser.ask.Reason;
import dev.onboarding.adviser.shield.Sentences;
import dev.onboarding.model.decision.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/// Reads answers that fit their schema into advice, leaving out what must not be shown.
final class Readers {

  private static final int MOST_ENTRIES = 8;
  private static final int LONG = 900;
  private static final int SHORT = 300;
  private static final int TITLE = 160;

  private Readers() {}

  /// A risk as a model sees it.
  record RiskWords(RiskLevel level, String businessImpact, String timeToResolve) {}

  static Reading<RiskWords> risk(JsonNode answer, AdviceRequest request, Sentences sentences) {
    RiskLevel level =
        RiskLevel.valueOf(answer.path("risk_level").asString("").toUpperCase(Locale.ROOT));
    if (speaksAgainst(answer, request) || !fits(level, request)) {
      return Reading.rejected(Reason.CONTRADICTS, 0);
    }
    var urging = new Urging(request.decision().verdict(), sentences);
    String impact = urging.shown(text(answer, "business_impact"), LONG);
    String time = urging.shown(text(answer, "time_to_resolve"), SHORT);
    return impact.isEmpty()
        ? Reading.rejected(Reason.UNGROUNDED, urging.left())
        : Reading.of(
            new RiskWords(level, impact, time.isEmpty() ? TimeToResolve.of(request) : time),
            urging.left());
  }

  static Reading<String> summary(JsonNode answer, AdviceRequest request, Sentences sentences) {
    if (speaksAgainst(answer, request)) {
      return Reading.rejected(Reason.CONTRADICTS, 0);
    }
    var urging = new Urging(request.decision().verdict(), sentences);
    String summary = urging.shown(text(answer, "summary"), LONG);
    return summary.isEmpty()
        ? Reading.rejected(Reason.UNGROUNDED, urging.left())
        : Reading.of(summary, urging.left());
  }

  static Reading<List<Action>> actions(
      JsonNode answer, AdviceRequest request, Sentences sentences) {
    if (speaksAgainst(answer, request)) {
      return Reading.rejected(Reason.CONTRADICTS, 0);
    }
    var urging = new Urging(request.decision().verdict(), sentences);
    List<Action> actions = new ArrayList<>();
    for (JsonNode each : answer.path("actions")) {
      String title = urging.shown(text(each, "title"), TITLE);
      if (!title.isEmpty() && actions.size() < MOST_ENTRIES) {
        actions.add(new Action(title, team(text(each, "team")), each.path("priority").asInt(3)));
      }
    }
    actions.sort(Comparator.comparingInt(Action::priority));
    return actions.isEmpty()
        ? Reading.rejected(Reason.UNGROUNDED, urging.left())
        : Reading.of(List.copyOf(actions), urging.left());
  }

  /// The model's words for those failures that it explains, ours for the others. Codes and owners
  /// are never a model's.
  static Reading<List<ExplainedFailure>> failures(
      JsonNode answer, List<ExplainedFailure> ours, Sentences sentences) {
    List<ExplainedFailure> explained = new ArrayList<>(ours);
    boolean any = false;
    var urging = new Urging(Verdict.BLOCK, sentences);
    for (JsonNode each : answer.path("failures")) {
      int at = each.path("number").asInt(0) - 1;
      String says = urging.shown(text(each, "explanation"), SHORT * 2);
      String repairs = urging.shown(text(each, "resolution"), SHORT);
      if (at >= 0 && at < ours.size() && !says.isEmpty()) {
        ExplainedFailure own = ours.get(at);
        explained.set(
            at,
            new ExplainedFailure(
                own.where(),
                own.errorType(),
                own.errorCode(),
                says,
                repairs.isEmpty() ? own.resolution() : repairs,
                own.owner()));
        any = true;
      }
    }
    return any
        ? Reading.of(List.copyOf(explained), urging.left())
        : Reading.rejected(Reason.UNGROUNDED, urging.left());
  }

  /// What a model says of terms.
  record TermsWords(String summary, List<TermsAdvice.Note> notes) {}

  static Reading<TermsWords> terms(JsonNode answer, TermsRequest request, Sentences sentences) {
    var urging = new Urging(Verdict.BLOCK, sentences);
    List<TermsAdvice.Note> notes = new ArrayList<>();
    for (JsonNode each : answer.path("notes")) {
      String name = text(each, "term");
      boolean known = request.terms().stream().anyMatch(term -> term.name().equals(name));
      String says = known ? urging.shown(text(each, "says"), SHORT * 2) : "";
      if (!says.isEmpty() && notes.size() < MOST_ENTRIES) {
        notes.add(new TermsAdvice.Note(name, says));
      }
    }
    String summary = urging.shown(text(answer, "summary"), LONG);
    return summary.isEmpty()
        ? Reading.rejected(Reason.UNGROUNDED, urging.left())
        : Reading.of(new TermsWords(summary, List.copyOf(notes)), urging.left());
  }

  private static boolean speaksAgainst(JsonNode answer, AdviceRequest request) {
    return !text(answer, "decision").equals(request.decision().verdict().name());
  }

  private static boolean fits(RiskLevel level, AdviceRequest request) {
    return switch (request.decision().verdict()) {
      case PROCEED -> level == RiskLevel.LOW || level == RiskLevel.MEDIUM;
      case ESCALATE -> level == RiskLevel.MEDIUM || level == RiskLevel.HIGH;
      case BLOCK -> level == RiskLevel.HIGH || level == RiskLevel.CRITICAL;
    };
  }

  private static Team team(String label) {
    for (Team team : Team.values()) {
      if (team.toString().equals(label)) {
        return team;
      }
    }
    return Team.CS;
  }

  private static String text(JsonNode node, String field) {
    return node.path(field).asString("");
  }
}
