package dev.onboarding.coordinator.api;

import dev.onboarding.coordinator.evidence.WriteBundle;
import dev.onboarding.coordinator.history.Case;
import dev.onboarding.coordinator.history.KeepCase;
import dev.onboarding.coordinator.history.KeepCase.Kept;
import dev.onboarding.coordinator.http.ProblemException;
import dev.onboarding.coordinator.http.ProblemType;
import java.util.regex.Pattern;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Hands a run's record out: whole, as evidence, or without names, as a case.
@RestController
final class EvidenceController {

  private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
  private static final int LONGEST_NAME = 80;

  private final WriteBundle bundles;
  private final KeepCase cases;

  EvidenceController(WriteBundle bundles, KeepCase cases) {
    this.bundles = bundles;
    this.cases = cases;
  }

  @GetMapping("/api/runs/{id}/evidence")
  ResponseEntity<byte[]> evidence(@PathVariable String id) {
    var run = RunsController.runId(id);
    var zip = bundles.of(run).orElseThrow(RunsController::noSuchRun);
    return ResponseEntity.ok()
        .contentType(MediaType.valueOf("application/zip"))
        .cacheControl(CacheControl.noStore())
        .header("X-Content-Type-Options", "nosniff")
        .header("Content-Disposition", "attachment; filename=\"evidence_%s.zip\"".formatted(run))
        .body(zip);
  }

  @GetMapping("/api/runs/{id}/case")
  Case kept(@PathVariable String id, @RequestParam String name) {
    if (name.length() > LONGEST_NAME || !NAME.matcher(name).matches()) {
      throw new ProblemException(
          ProblemType.INVALID_REQUEST,
          "A case has a name of small letters, digits and hyphens, such as invoice-overdue.");
    }
    return switch (cases
        .of(RunsController.runId(id), name)
        .orElseThrow(RunsController::noSuchRun)) {
      case Kept.Done(var made) -> made;
      case Kept.Refused(var why) -> throw new ProblemException(ProblemType.NO_CASE, why);
    };
  }
}
