package dev.onboarding.adviser;

import dev.onboarding.adviser.ask.Origin;
import dev.onboarding.adviser.ask.Reason;
import dev.onboarding.adviser.task.AdviceTask;
import dev.onboarding.model.decision.Decision;
import dev.onboarding.model.decision.FiredRow;
import dev.onboarding.model.decision.Tier;
import dev.onboarding.model.decision.Verdict;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Advice without a model: the same request always gives the same advice, at once.
public final class FallbackAdviser implements Adviser, TermsAdviser {

  private static final int TOLD_IN_SUMMARY = 3;

  @Override
  public Advice advise(AdviceRequest request) {
    Risk risk = Risk.of(request);
    return new Advice(
        Origin.FALLBACK,
        risk.level(),
        risk.businessImpact(),
        TimeToResolve.of(request),
        summary(request),
        NextSteps.after(request),
        PlainFailures.of(request),
        Stream.of(AdviceTask.RISK, AdviceTask.SUMMARY, AdviceTask.ACTIONS, AdviceTask.FAILURES)
            .map(task -> Origin.fallback(task, Reason.NOT_CONFIGURED))
            .toList());
  }

  /// Judges no term: what is usual is not for a fixed sentence to say.
  @Override
  public TermsAdvice notes(TermsRequest request) {
    return new TermsAdvice(
        "No model looked at the terms; read them in the contract.",
        List.of(),
        Origin.fallback(AdviceTask.TERMS, Reason.NOT_CONFIGURED));
  }

  private static String summary(AdviceRequest request) {
    Decision decision = request.decision();
    String told = opening(decision) + reasons(decision);
    if (request.failures().isEmpty()) {
      return told;
    }
    return told
        + request.failures().stream()
            .map(AdviceRequest.Incident::during)
            .collect(Collectors.joining(", ", " While acting, this went wrong: ", "."));
  }

  private static String opening(Decision decision) {
    int violations = decision.fired(Tier.VIOLATION).size();
    int warnings = decision.fired(Tier.WARNING).size();
    return switch (decision.verdict()) {
      case PROCEED -> "Account, deal, contract, invoice and owner are in order; go ahead.";
      case ESCALATE ->
          "%s a person's decision before the tenant may be switched on."
              .formatted(counted(warnings, "concern needs", "concerns need"));
      case BLOCK ->
          "The tenant must not be switched on: %s."
              .formatted(counted(violations, "reason stands", "reasons stand") + " against it");
    };
  }

  private static String reasons(Decision decision) {
    List<FiredRow> grave =
        decision.fired(decision.verdict() == Verdict.BLOCK ? Tier.VIOLATION : Tier.WARNING);
    String told =
        grave.stream()
            .limit(TOLD_IN_SUMMARY)
            .map(row -> " " + row.says())
            .collect(Collectors.joining());
    int more = grave.size() - TOLD_IN_SUMMARY;
    return more > 0 ? told + String.format(Locale.ROOT, " And %d more.", more) : told;
  }

  private static String counted(int count, String one, String many) {
    return count + " " + (count == 1 ? one : many);
  }
}
