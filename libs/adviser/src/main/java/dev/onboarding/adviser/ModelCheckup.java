package dev.onboarding.adviser;

import dev.onboarding.adviser.ask.Reason;
import dev.onboarding.adviser.shield.Dossier;
import dev.onboarding.adviser.task.AdviceTask;
import dev.onboarding.adviser.task.Prompts;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Examines a model with one made-up account: is it reached, does it answer in the schema, does it
/// say what stands in the evidence, and does no name leave.
public final class ModelCheckup {

  private static final Set<Reason> UNREACHED =
      EnumSet.of(
          Reason.NOT_CONFIGURED,
          Reason.NO_PRICE,
          Reason.NOT_ALLOWED,
          Reason.BAD_REQUEST,
          Reason.THROTTLED,
          Reason.OUT_OF_QUOTA,
          Reason.TOO_SLOW,
          Reason.UNREACHABLE,
          Reason.RESTING,
          Reason.RUN_BUDGET,
          Reason.DAY_BUDGET,
          Reason.BUDGET_UNKNOWN,
          Reason.DEFECT);

  /// One thing that was looked at.
  ///
  /// @param fix what to do; absent when nothing need be done
  public record Step(String name, boolean ok, String found, @Nullable String fix) {}

  private ModelCheckup() {}

  /// @param model for example `openai:gpt-4o-mini`
  public static List<Step> examine(Advisers advisers, String model) {
    Trial.Outcome outcome =
        advisers
            .trial()
            .ask(
                AdviceTask.SUMMARY,
                Golden.request(),
                Prompts.shipped().of(AdviceTask.SUMMARY),
                model);
    List<Step> steps = new ArrayList<>();
    steps.add(masking());
    steps.add(reached(outcome, model));
    if (outcome.fits() != null) {
      steps.add(schema(outcome));
      steps.add(golden(outcome));
    }
    return List.copyOf(steps);
  }

  /// That nothing personal is sent, and that people read it all the same.
  private static Step masking() {
    Dossier dossier = Dossiers.of(AdviceTask.SUMMARY, Golden.request());
    String sent = dossier.data().toLowerCase(Locale.ROOT);
    boolean leaks =
        Stream.of(
                Golden.PERSON,
                "mustermann",
                Golden.COMPANY,
                "muster windkraft",
                Golden.MAIL,
                "5550100")
            .anyMatch(value -> sent.contains(value.toLowerCase(Locale.ROOT)));
    String restored = dossier.mask().restored(dossier.data());
    boolean back = restored.contains(Golden.PERSON) && restored.contains(Golden.COMPANY);
    return leaks || !back
        ? new Step(
            "masking",
            false,
            "a name leaves or does not come back",
            "Do not use models; report this.")
        : new Step(
            "masking",
            true,
            "%d values leave as placeholders and come back".formatted(dossier.mask().size()),
            null);
  }

  private static Step reached(Trial.Outcome outcome, String model) {
    Reason because = outcome.origin().because();
    if (because == null || !UNREACHED.contains(because)) {
      return new Step(
          "reach",
          true,
          "%s answers in %d ms, %d tokens, %s USD"
              .formatted(
                  outcome.origin().model() == null ? model : outcome.origin().model(),
                  outcome.origin().latency().toMillis(),
                  outcome.origin().inputTokens() + outcome.origin().outputTokens(),
                  outcome.origin().costUsd().toPlainString()),
          null);
    }
    return new Step(
        "reach", false, "%s gives no answer: %s".formatted(model, because), fix(because));
  }

  private static String fix(Reason because) {
    return switch (because) {
      case NOT_ALLOWED, NOT_CONFIGURED ->
          "Check the key or role (OPENAI_API_KEY, AWS credentials) and that it may use this model.";
      case NO_PRICE -> "Add the model to a price list and name it with onboarding.adviser.prices.";
      case BAD_REQUEST -> "Check the model's name and, for Bedrock, its region.";
      case OUT_OF_QUOTA -> "Add credit at the provider, or raise its limit.";
      case THROTTLED -> "Ask again later, or raise the provider's rate limit.";
      case RUN_BUDGET, DAY_BUDGET -> "Raise onboarding.adviser.budget.";
      default -> "Check the address (OPENAI_BASE_URL, BEDROCK_ENDPOINT_URL) and the way to it.";
    };
  }

  private static Step schema(Trial.Outcome outcome) {
    boolean fits = Boolean.TRUE.equals(outcome.fits());
    return new Step(
        "schema",
        fits,
        fits
            ? Boolean.TRUE.equals(outcome.fitsAtOnce())
                ? "the answer fits at once"
                : "the answer fits after one repair"
            : "the answer does not fit: " + outcome.origin().because(),
        fits ? null : "Choose a model that follows a JSON schema.");
  }

  private static Step golden(Trial.Outcome outcome) {
    Object words = outcome.words();
    return words == null
        ? new Step(
            "golden prompt",
            false,
            "nothing of the answer can be shown: " + outcome.origin().because(),
            "Choose another model, or compare prompts.")
        : new Step(
            "golden prompt",
            true,
            "\"%s\"%s"
                .formatted(
                    words,
                    outcome.origin().left() == 0
                        ? ""
                        : " (%d sentences left out)".formatted(outcome.origin().left())),
            null);
  }
}
