package dev.onboarding.coordinator.advice;

import dev.onboarding.adviser.AdviceContext;
import dev.onboarding.adviser.AdviceRequest;
import dev.onboarding.adviser.Advisers;
import dev.onboarding.adviser.Trial;
import dev.onboarding.adviser.ask.Reason;
import dev.onboarding.adviser.task.AdviceTask;
import dev.onboarding.adviser.task.Prompts;
import dev.onboarding.coordinator.govern.DocumentAct;
import dev.onboarding.coordinator.govern.DocumentKind;
import dev.onboarding.coordinator.govern.DocumentRefused;
import dev.onboarding.coordinator.govern.Documents;
import dev.onboarding.coordinator.run.Run;
import dev.onboarding.coordinator.run.RunId;
import dev.onboarding.coordinator.run.RunStores;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks one model by one set of prompts about a stored decision, to see how well it answers.
/// Nothing is kept but what it cost, and of prompts in the shadow how they fared.
public final class Trials {

  private static final Logger LOG = LoggerFactory.getLogger(Trials.class);

  private static final List<AdviceTask> TASKS =
      List.of(AdviceTask.RISK, AdviceTask.SUMMARY, AdviceTask.ACTIONS, AdviceTask.FAILURES);

  private final Advisers advisers;
  private final RunStores stores;
  private final PromptDocuments prompts;
  private final Documents documents;

  Trials(Advisers advisers, RunStores stores, PromptDocuments prompts, Documents documents) {
    this.advisers = advisers;
    this.stores = stores;
    this.prompts = prompts;
    this.documents = documents;
  }

  /// How one answer fared; what is null was not got so far that it could be told.
  ///
  /// @param fits the schema, if need be after a repair
  /// @param because why no words came of it
  public record Result(
      String task,
      String model,
      String prompt,
      @Nullable Boolean fits,
      @Nullable Boolean agrees,
      @Nullable Boolean grounded,
      @Nullable String because,
      BigDecimal costUsd,
      Duration latency) {}

  /// Every task about which there is something to say, all at the same time.
  ///
  /// @param digest of the prompts; null for those in force
  /// @return empty when the run is not decided, or what was decided on is gone
  /// @throws IllegalArgumentException when there are no such prompts, or no such model
  public Optional<List<Result>> about(RunId run, String model, @Nullable String digest) {
    var by = promptsOf(digest);
    return stores
        .runs()
        .find(run)
        .map(Run::attempt)
        .flatMap(attempt -> JudgedRun.of(new AdviceTicket(run.value(), attempt), stores))
        .map(judged -> asked(judged, task -> model, by));
  }

  /// As [#about], by the prompts in the shadow and of the model that each task asks first.
  ///
  /// @return empty when no prompts are in the shadow, or this version cannot read them
  Optional<Shadow> shadow(JudgedRun judged) {
    return documents
        .inShadow(DocumentKind.PROMPTS)
        .map(DocumentAct::digest)
        .flatMap(digest ->
            readable(digest).map(by -> new Shadow(digest, asked(judged, this::first, by))));
  }

  /// How the prompts in the shadow fared on one decision; it holds no words.
  record Shadow(String digest, List<Result> results) {

    Shadow {
      results = List.copyOf(results);
    }
  }

  private Optional<Prompts> readable(String digest) {
    try {
      return Optional.of(promptsOf(digest));
    } catch (DocumentRefused unreadable) {
      LOG.warn("The prompts in the shadow cannot be read here", unreadable);
      return Optional.empty();
    }
  }

  private @Nullable String first(AdviceTask task) {
    return advisers.models(task).stream().findFirst().orElse(null);
  }

  private Prompts promptsOf(@Nullable String digest) {
    return digest == null
        ? prompts.inForce(documents)
        : documents
            .find(DocumentKind.PROMPTS, digest)
            .map(document -> prompts.prompts(digest, document.content()))
            .orElseThrow(() ->
                new IllegalArgumentException("No prompts with the digest '%s'".formatted(digest)));
  }

  /// @param models who is asked about a task; null for nobody
  private List<Result> asked(
      JudgedRun judged, Function<AdviceTask, @Nullable String> models, Prompts by) {
    var request =
        new AdviceRequest(
            judged.decision(),
            judged.assessments(),
            judged.failures(),
            new AdviceContext("trial:" + judged.run().id(), by));
    var trial = advisers.trial();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var asking =
          TASKS.stream()
              .map(task -> threads.submit(() -> result(trial, task, request, models.apply(task))))
              .toList();
      return asking.stream().map(Trials::answer).flatMap(Optional::stream).toList();
    }
  }

  private static Optional<Result> answer(Future<Optional<Result>> asked) {
    try {
      return asked.get();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while a model was asked", stopped);
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof IllegalArgumentException unknown) {
        throw unknown;
      }
      throw new IllegalStateException(failed.getCause());
    }
  }

  private static Optional<Result> result(
      Trial trial, AdviceTask task, AdviceRequest request, @Nullable String model) {
    if (model == null) {
      return Optional.empty();
    }
    var prompt = request.context().prompts().of(task);
    var outcome = trial.ask(task, request, prompt, model);
    var origin = outcome.origin();
    return Stream.of(outcome)
        .filter(each -> origin.because() != Reason.NOTHING_TO_SAY)
        .map(each ->
            new Result(
                task.toString(),
                model,
                prompt.version(),
                each.fits(),
                each.agrees(),
                each.grounded(),
                origin.because() == null ? null : origin.because().toString(),
                origin.costUsd(),
                origin.latency()))
        .findFirst();
  }
}
