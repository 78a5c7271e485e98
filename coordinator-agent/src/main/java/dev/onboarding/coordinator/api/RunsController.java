package dev.onboarding.coordinator.api;

import dev.onboarding.coordinator.http.ProblemException;
import dev.onboarding.coordinator.http.ProblemType;
import dev.onboarding.coordinator.http.StrictJson;
import dev.onboarding.coordinator.intake.Accepted;
import dev.onboarding.coordinator.intake.Fields;
import dev.onboarding.coordinator.pipeline.ReportDesk;
import dev.onboarding.coordinator.pipeline.ReportForm;
import dev.onboarding.coordinator.rule.Explained;
import dev.onboarding.coordinator.run.Mode;
import dev.onboarding.coordinator.run.RunFilter;
import dev.onboarding.coordinator.run.RunId;
import dev.onboarding.coordinator.run.RunState;
import dev.onboarding.coordinator.run.RunStores;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// `/api/runs`: start a run, list runs, read one and its report.
@RestController
@RequestMapping("/api/runs")
final class RunsController {

  private static final int LARGEST_PAGE = 200;

  /// A report shows and does nothing, wherever somebody would like to embed it.
  static final String REPORT_POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; form-action 'none';"
          + " base-uri 'none'";

  private final StrictJson json;
  private final Ask ask;
  private final RunPages pages;
  private final RunStores stores;
  private final ReportDesk reports;
  private final Clock clock;

  RunsController(
      StrictJson json, Ask ask, RunPages pages, RunStores stores, ReportDesk reports, Clock clock) {
    this.json = json;
    this.ask = ask;
    this.pages = pages;
    this.stores = stores;
    this.reports = reports;
    this.clock = clock;
  }

  /// What a person sends to start a run.
  record Start(
      @Nullable String accountId,
      @Nullable String correlationId,
      @Nullable String opportunityId,
      @Nullable Mode mode) {}

  @PostMapping
  ResponseEntity<Accepted> start(HttpServletRequest request) {
    var start = json.read(request, Start.class);
    return Accepted.answer(
        ask.run(
            "api", start.accountId(), start.correlationId(), start.opportunityId(), start.mode()));
  }

  @GetMapping
  RunPage list(
      @RequestParam(required = false) @Nullable String state,
      @RequestParam(required = false) @Nullable String account,
      @RequestParam(required = false) @Nullable String before,
      @RequestParam(defaultValue = "50") int size) {
    if (size < 1 || size > LARGEST_PAGE) {
      throw new ProblemException(
          ProblemType.INVALID_REQUEST, "size is 1 to %d.".formatted(LARGEST_PAGE));
    }
    return pages.page(
        new RunFilter(
            state == null ? null : state(state),
            account == null ? null : Fields.account(account).value(),
            before == null ? null : runId(before),
            size));
  }

  @GetMapping("/{id}")
  RunDetail detail(@PathVariable String id) {
    return pages.detail(runId(id)).orElseThrow(RunsController::noSuchRun);
  }

  /// Every row that fired, what it saw and where that was read, and what would change the decision.
  @GetMapping("/{id}/explanation")
  Explained explanation(@PathVariable String id) {
    var run = runId(id);
    if (stores.runs().find(run).isEmpty()) {
      throw noSuchRun();
    }
    return pages
        .explanation(run)
        .orElseThrow(() ->
            new ProblemException(
                ProblemType.REPORT_NOT_READY, "The run is not judged yet; ask again."));
  }

  @GetMapping("/{id}/report.{extension}")
  ResponseEntity<byte[]> report(@PathVariable String id, @PathVariable String extension) {
    var form =
        ReportForm.parse(extension)
            .orElseThrow(() ->
                new ProblemException(ProblemType.NOT_FOUND, "A report is .md, .html or .json."));
    var run = stores.runs().find(runId(id)).orElseThrow(RunsController::noSuchRun);
    var content =
        reports
            .read(run, form, clock.instant())
            .orElseThrow(() ->
                new ProblemException(
                    ProblemType.REPORT_NOT_READY, "The run is not judged yet; ask again."));
    return ResponseEntity.ok()
        .contentType(new MediaType(MediaType.valueOf(form.mediaType()), StandardCharsets.UTF_8))
        .cacheControl(CacheControl.noStore())
        .header("X-Content-Type-Options", "nosniff")
        .header("Referrer-Policy", "no-referrer")
        .header("Content-Security-Policy", REPORT_POLICY)
        .body(content.getBytes(StandardCharsets.UTF_8));
  }

  static RunId runId(String text) {
    try {
      return RunId.parse(text);
    } catch (IllegalArgumentException none) {
      throw new ProblemException(ProblemType.RUN_NOT_FOUND, "A run id is a UUID.", none);
    }
  }

  static ProblemException noSuchRun() {
    return new ProblemException(ProblemType.RUN_NOT_FOUND, "No run has this id.");
  }

  private static RunState state(String text) {
    try {
      return RunState.valueOf(text);
    } catch (IllegalArgumentException none) {
      throw new ProblemException(
          ProblemType.INVALID_REQUEST, "state is none of those a run can have.", none);
    }
  }
}
