package dev.onboarding.adviser;

import dev.onboarding.adviser.ask.Answered;
import dev.onboarding.adviser.ask.Asker;
import dev.onboarding.adviser.ask.Candidate;
import dev.onboarding.adviser.ask.Inquiry;
import dev.onboarding.adviser.ask.Origin;
import dev.onboarding.adviser.ask.Reason;
import dev.onboarding.adviser.task.AdviceTask;
import dev.onboarding.adviser.task.Prompt;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Asks one model by one prompt, without a chain behind it, to see how well it answers. For
/// comparisons of prompts and of models; counts against the same budgets.
public final class Trial {

  private static final Set<Reason> MISSHAPEN =
      EnumSet.of(
          Reason.NOT_JSON, Reason.WRONG_SHAPE, Reason.EMPTY, Reason.CUT_OFF, Reason.TOO_LONG);
  private static final Set<Reason> SPOKEN =
      EnumSet.of(Reason.WRONG_LANGUAGE, Reason.CONTRADICTS, Reason.UNGROUNDED);

  private final Asker asker;
  private final Function<String, Candidate> models;
  private final Duration deadline;

  Trial(Asker asker, Function<String, Candidate> models, Duration deadline) {
    this.asker = asker;
    this.models = models;
    this.deadline = deadline;
  }

  /// How an answer fared. Each is null where it was not got so far that it could be told.
  ///
  /// @param fits the schema, if need be after one repair
  /// @param fitsAtOnce the schema, without a repair
  /// @param agrees with the decision
  /// @param grounded every number, name and link exists in the evidence
  /// @param words what people would be shown; absent when nothing
  public record Outcome(
      @Nullable Boolean fits,
      @Nullable Boolean fitsAtOnce,
      @Nullable Boolean agrees,
      @Nullable Boolean grounded,
      @Nullable Object words,
      Origin origin) {}

  /// @param task any but the contract's terms
  /// @param model for example `openai:gpt-4.1`
  /// @throws IllegalArgumentException when the model's provider is not known
  public Outcome ask(AdviceTask task, AdviceRequest request, Prompt prompt, String model) {
    var context =
        new AdviceContext(request.context().run(), request.context().prompts().with(prompt));
    var asked =
        new AdviceRequest(request.decision(), request.assessments(), request.failures(), context);
    Inquiry<?> inquiry =
        switch (task) {
          case RISK -> Inquiries.risk(asked);
          case SUMMARY -> Inquiries.summary(asked);
          case ACTIONS -> Inquiries.actions(asked);
          case FAILURES -> Inquiries.failures(asked, PlainFailures.of(asked));
          case TERMS -> throw new IllegalArgumentException("Terms are asked for with askTerms");
        };
    return outcome(asker.ask(inquiry, List.of(models.apply(model)), deadline));
  }

  /// The same for a contract's terms; they can neither agree nor disagree with a decision.
  public Outcome askTerms(TermsRequest request, Prompt prompt, String model) {
    var context =
        new AdviceContext(request.context().run(), request.context().prompts().with(prompt));
    var asked = new TermsRequest(request.terms(), request.personal(), context);
    return outcome(asker.ask(Inquiries.terms(asked), List.of(models.apply(model)), deadline));
  }

  private static Outcome outcome(Answered<?> answered) {
    Origin origin = answered.origin();
    Reason because = origin.because();
    boolean repaired = origin.tried().stream().anyMatch(Origin.Tried::repaired);
    boolean spoke = because == null || SPOKEN.contains(because);
    boolean heard = spoke || MISSHAPEN.contains(because);
    boolean judged = spoke && because != Reason.WRONG_LANGUAGE;
    boolean agrees = judged && because != Reason.CONTRADICTS;
    return new Outcome(
        heard ? spoke : null,
        heard ? Boolean.valueOf(spoke && !repaired) : null,
        judged ? agrees : null,
        agrees ? Boolean.valueOf(because != Reason.UNGROUNDED && origin.left() == 0) : null,
        answered.value(),
        origin);
  }
}
