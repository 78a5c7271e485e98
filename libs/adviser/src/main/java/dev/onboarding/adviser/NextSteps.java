package dev.onboarding.adviser;

import dev.onboarding.adviser.Advice.Action;
import dev.onboarding.model.decision.FiredRow;
import dev.onboarding.model.decision.Tier;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What to do next, most urgent first; one action where several rows ask for the same.
final class NextSteps {

  private static final int AT_ONCE = 1;
  private static final int SOON = 2;
  private static final int THEN = 3;

  private NextSteps() {}

  static List<Action> after(AdviceRequest request) {
    List<Action> steps = new ArrayList<>();
    switch (request.decision().verdict()) {
      case PROCEED ->
          steps.add(new Action("Schedule the kickoff with the customer", Team.CS, SOON));
      case ESCALATE ->
          steps.add(
              new Action("Approve or reject the onboarding, with a reason", Team.CS, AT_ONCE));
      case BLOCK ->
          steps.add(
              new Action("Tell the customer's contact that the start is delayed", Team.CS, THEN));
    }
    request.decision().fired().forEach(row -> steps.add(step(row)));
    for (AdviceRequest.Incident incident : request.failures()) {
      steps.add(
          new Action(
              "%s: %s"
                  .formatted(capitalised(incident.during()), bare(incident.failure().resolution())),
              Teams.of(incident.failure().owner()),
              AT_ONCE));
    }
    return mostUrgentOfEach(steps);
  }

  private static Action step(FiredRow row) {
    return new Action(
        "%s: %s".formatted(capitalised(row.domain().toString()), bare(row.remedy())),
        Teams.of(row.owner()),
        urgency(row.tier()));
  }

  private static int urgency(Tier tier) {
    return switch (tier) {
      case VIOLATION -> AT_ONCE;
      case WARNING -> SOON;
      case NOTE -> THEN;
    };
  }

  private static List<Action> mostUrgentOfEach(List<Action> steps) {
    Map<String, Action> byTitle = new LinkedHashMap<>();
    for (Action step : steps) {
      byTitle.merge(
          step.title() + "|" + step.owner(),
          step,
          (one, other) -> one.priority() <= other.priority() ? one : other);
    }
    return byTitle.values().stream().sorted(Comparator.comparingInt(Action::priority)).toList();
  }

  private static String capitalised(String text) {
    return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }

  private static String bare(String sentence) {
    return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
  }
}
