package dev.onboarding.coordinator.api;

import dev.onboarding.coordinator.advice.Trials;
import dev.onboarding.coordinator.http.ProblemException;
import dev.onboarding.coordinator.http.ProblemType;
import dev.onboarding.coordinator.http.StrictJson;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// Asks a model about a stored decision, for comparisons; changes nothing of the run.
@RestController
final class TrialController {

  private final StrictJson json;
  private final Trials trials;

  TrialController(StrictJson json, Trials trials) {
    this.json = json;
    this.trials = trials;
  }

  /// Whom to ask.
  ///
  /// @param model such as `openai:gpt-4.1`
  /// @param prompts digest of stored prompts; absent for those in force
  record Asked(@Nullable String model, @Nullable String prompts) {}

  /// How each answer fared.
  record Answered(List<Trials.Result> results) {}

  @PostMapping("/api/runs/{id}/advice-trials")
  Answered trial(@PathVariable String id, HttpServletRequest request) {
    var asked = json.read(request, Asked.class);
    var model = asked.model();
    if (model == null || model.isBlank()) {
      throw new ProblemException(
          ProblemType.INVALID_REQUEST, "model is missing: give one, such as openai:gpt-4o-mini.");
    }
    try {
      return new Answered(
          trials
              .about(RunsController.runId(id), model, asked.prompts())
              .orElseThrow(RunsController::noSuchRun));
    } catch (IllegalArgumentException unknown) {
      throw new ProblemException(
          ProblemType.INVALID_REQUEST, String.valueOf(unknown.getMessage()), unknown);
    }
  }
}
