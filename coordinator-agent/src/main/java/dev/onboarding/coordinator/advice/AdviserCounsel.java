package dev.onboarding.coordinator.advice;

import dev.onboarding.adviser.Advice;
import dev.onboarding.adviser.AdviceContext;
import dev.onboarding.adviser.AdviceRequest;
import dev.onboarding.adviser.Adviser;
import dev.onboarding.adviser.ask.Origin;
import dev.onboarding.adviser.ask.Reason;
import dev.onboarding.adviser.task.AdviceTask;
import dev.onboarding.adviser.task.Prompts;
import dev.onboarding.edge.EdgeJson;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Risk, summary, next steps and failures in plain words, from the models of this process.
final class AdviserCounsel implements Counsel {

  private static final Set<Reason> NOBODY_ASKED =
      EnumSet.of(Reason.NOT_CONFIGURED, Reason.NOTHING_TO_SAY);

  private final Adviser adviser;
  private final Supplier<Prompts> prompts;

  /// @param prompts those that are active when it is asked
  AdviserCounsel(Adviser adviser, Supplier<Prompts> prompts) {
    this.adviser = adviser;
    this.prompts = prompts;
  }

  @Override
  public List<String> tasks() {
    return Stream.of(AdviceTask.RISK, AdviceTask.SUMMARY, AdviceTask.ACTIONS, AdviceTask.FAILURES)
        .map(AdviceTask::toString)
        .toList();
  }

  @Override
  public List<Piece> on(JudgedRun run) {
    var advice =
        adviser.advise(
            new AdviceRequest(
                run.decision(),
                run.assessments(),
                run.failures(),
                new AdviceContext(run.run().id().toString(), prompts.get())));
    return advice.origins().stream()
        .filter(AdviserCounsel::somebodyWasAsked)
        .map(origin -> piece(advice, origin))
        .toList();
  }

  private static boolean somebodyWasAsked(Origin origin) {
    var because = origin.because();
    return because == null || !NOBODY_ASKED.contains(because);
  }

  private static Piece piece(Advice advice, Origin origin) {
    var task = origin.task().toString();
    if (!origin.fromModel()) {
      return Piece.without(task, origin);
    }
    return switch (origin.task()) {
      case RISK ->
          told(
              origin,
              List.of(
                  "Risk: " + advice.riskLevel(),
                  "Business impact: " + advice.businessImpact(),
                  "Time to resolve: " + advice.timeToResolve()),
              Map.of(
                  "risk_level", advice.riskLevel(),
                  "business_impact", advice.businessImpact(),
                  "time_to_resolve", advice.timeToResolve()));
      case SUMMARY -> told(origin, List.of(advice.summary()), Map.of("summary", advice.summary()));
      case ACTIONS ->
          told(
              origin,
              advice.actions().stream()
                  .map(each -> "%d. %s (%s)".formatted(each.priority(), each.title(), each.owner()))
                  .toList(),
              Map.of("actions", advice.actions()));
      case FAILURES ->
          told(
              origin,
              advice.failures().stream()
                  .map(each -> "%s: %s".formatted(each.where(), each.explanation()))
                  .toList(),
              Map.of("failures", advice.failures()));
      case TERMS -> throw new IllegalStateException("Terms are the specialists' task");
    };
  }

  private static Piece told(Origin origin, List<String> text, Map<String, ?> content) {
    return new Piece(
        origin.task().toString(), origin, text, EdgeJson.mapper().valueToTree(content));
  }
}
