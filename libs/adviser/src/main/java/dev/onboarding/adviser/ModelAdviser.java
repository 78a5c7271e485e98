package dev.onboarding.adviser;

import dev.onboarding.adviser.Advice.Action;
import dev.onboarding.adviser.Advice.ExplainedFailure;
import dev.onboarding.adviser.Readers.RiskWords;
import dev.onboarding.adviser.Readers.TermsWords;
import dev.onboarding.adviser.ask.Answered;
import dev.onboarding.adviser.ask.Inquiry;
import dev.onboarding.adviser.ask.Origin;
import dev.onboarding.adviser.ask.Reason;
import dev.onboarding.adviser.task.AdviceTask;
import io.opentelemetry.context.Context;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/// Advice in a model's words where a model gives an answer that can be shown, piece by piece, and
/// in the fallback's words everywhere else. All pieces are asked for at the same time.
final class ModelAdviser implements Adviser, TermsAdviser {

  private final FallbackAdviser fallback = new FallbackAdviser();
  private final Desk desk;

  ModelAdviser(Desk desk) {
    this.desk = desk;
  }

  @Override
  public Advice advise(AdviceRequest request) {
    Advice plain = fallback.advise(request);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var risk = beside(threads, AdviceTask.RISK, () -> desk.ask(Inquiries.risk(request)));
      var summary = beside(threads, AdviceTask.SUMMARY, () -> desk.ask(Inquiries.summary(request)));
      var actions = beside(threads, AdviceTask.ACTIONS, () -> desk.ask(Inquiries.actions(request)));
      var failures = beside(threads, AdviceTask.FAILURES, () -> failures(request, plain));
      return together(plain, risk.join(), summary.join(), actions.join(), failures.join());
    }
  }

  private Answered<List<ExplainedFailure>> failures(AdviceRequest request, Advice plain) {
    return plain.failures().isEmpty()
        ? new Answered<>(null, Origin.fallback(AdviceTask.FAILURES, Reason.NOTHING_TO_SAY))
        : desk.ask(Inquiries.failures(request, plain.failures()));
  }

  private static <T> CompletableFuture<Answered<T>> beside(
      ExecutorService threads, AdviceTask task, Supplier<Answered<T>> asking) {
    return CompletableFuture.supplyAsync(
        Context.current()
            .wrapSupplier(() -> {
              try {
                return asking.get();
              } catch (RuntimeException e) {
                return new Answered<T>(null, Origin.fallback(task, Reason.DEFECT));
              }
            }),
        threads);
  }

  private static Advice together(
      Advice plain,
      Answered<RiskWords> risk,
      Answered<String> summary,
      Answered<List<Action>> actions,
      Answered<List<ExplainedFailure>> failures) {
    List<Origin> origins =
        List.of(risk.origin(), summary.origin(), actions.origin(), failures.origin());
    RiskWords words = risk.value();
    return new Advice(
        Sources.told(origins),
        words == null ? plain.riskLevel() : words.level(),
        words == null ? plain.businessImpact() : words.businessImpact(),
        words == null ? plain.timeToResolve() : words.timeToResolve(),
        summary.value() == null ? plain.summary() : summary.value(),
        actions.value() == null ? plain.actions() : actions.value(),
        failures.value() == null ? plain.failures() : failures.value(),
        origins);
  }

  @Override
  public TermsAdvice notes(TermsRequest request) {
    if (request.terms().isEmpty()) {
      return new TermsAdvice(
          "No key terms were read from the contract.",
          List.of(),
          Origin.fallback(AdviceTask.TERMS, Reason.NOTHING_TO_SAY));
    }
    try {
      Answered<TermsWords> answered = desk.ask(Inquiries.terms(request));
      TermsWords words = answered.value();
      TermsAdvice plain = fallback.notes(request);
      return words == null
          ? new TermsAdvice(plain.summary(), plain.notes(), answered.origin())
          : new TermsAdvice(words.summary(), words.notes(), answered.origin());
    } catch (RuntimeException e) {
      return fallback.notes(request);
    }
  }

  /// Asks the chain of a task.
  interface Desk {
    <T> Answered<T> ask(Inquiry<T> inquiry);
  }
}
