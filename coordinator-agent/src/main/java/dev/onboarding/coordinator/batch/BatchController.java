package dev.onboarding.coordinator.batch;

import dev.onboarding.coordinator.http.ProblemException;
import dev.onboarding.coordinator.http.ProblemType;
import dev.onboarding.coordinator.http.StrictJson;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// `/api/runs:batch` starts a batch; `/api/batches` lists them, reads one and its report.
@RestController
final class BatchController {

  private static final int LARGEST_PAGE = 1_000;

  /// A report shows and does nothing, wherever somebody would like to embed it.
  private static final String REPORT_POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; form-action 'none';"
          + " base-uri 'none'";

  private final StrictJson json;
  private final BatchForm form;
  private final BatchAdmission admission;
  private final BatchDesk desk;
  private final BatchPages pages;
  private final BatchReports reports;

  BatchController(
      StrictJson json,
      BatchForm form,
      BatchAdmission admission,
      BatchDesk desk,
      BatchPages pages,
      BatchReports reports) {
    this.json = json;
    this.form = form;
    this.admission = admission;
    this.desk = desk;
    this.pages = pages;
    this.reports = reports;
  }

  /// The answer to a request: the batch is stored.
  ///
  /// @param repeated whether the same had been asked before
  record Accepted(boolean repeated, BatchView batch) {}

  @PostMapping("/api/runs:batch")
  ResponseEntity<Accepted> start(HttpServletRequest request) {
    try {
      var asked = form.checked(json.read(request, BatchForm.Start.class));
      if (!desk.isKnown(asked)) {
        admission.admit();
      }
      var started = desk.start(asked);
      var view = pages.view(started.batch());
      return ResponseEntity.accepted()
          .location(view.location())
          .body(new Accepted(started.repeated(), view));
    } catch (ConflictingBatchException conflict) {
      throw BatchProblems.conflicting(conflict);
    }
  }

  @GetMapping("/api/batches")
  BatchView.Page list(
      @RequestParam(required = false) @Nullable String before,
      @RequestParam(defaultValue = "20") int size) {
    return pages.page(before == null ? null : id(before), checked(size));
  }

  @GetMapping("/api/batches/{id}")
  BatchView.Detail detail(
      @PathVariable String id,
      @RequestParam(required = false) @Nullable String state,
      @RequestParam(defaultValue = "0") int after,
      @RequestParam(defaultValue = "200") int size) {
    return pages
        .detail(id(id), state == null ? null : state(state), after, checked(size))
        .orElseThrow(BatchProblems::noSuchBatch);
  }

  @GetMapping("/api/batches/{id}/report.{extension}")
  ResponseEntity<byte[]> report(@PathVariable String id, @PathVariable String extension) {
    var written =
        BatchReports.Form.parse(extension)
            .orElseThrow(() ->
                new ProblemException(
                    ProblemType.NOT_FOUND, "A batch's report is .md, .html, .json or .csv."));
    var report = pages.report(id(id)).orElseThrow(BatchProblems::noSuchBatch);
    return ResponseEntity.ok()
        .contentType(new MediaType(MediaType.valueOf(written.mediaType()), StandardCharsets.UTF_8))
        .cacheControl(CacheControl.noStore())
        .header("X-Content-Type-Options", "nosniff")
        .header("Referrer-Policy", "no-referrer")
        .header("Content-Security-Policy", REPORT_POLICY)
        .body(reports.write(report, written).getBytes(StandardCharsets.UTF_8));
  }

  private static BatchId id(String text) {
    try {
      return BatchId.parse(text);
    } catch (IllegalArgumentException none) {
      throw new ProblemException(ProblemType.BATCH_NOT_FOUND, "A batch id is a UUID.", none);
    }
  }

  private static ItemState state(String text) {
    return Arrays.stream(ItemState.values())
        .filter(state -> state.name().equals(text))
        .findFirst()
        .orElseThrow(() ->
            new ProblemException(
                ProblemType.INVALID_REQUEST,
                "state is one of %s.".formatted(Arrays.toString(ItemState.values()))));
  }

  private static int checked(int size) {
    if (size < 1 || size > LARGEST_PAGE) {
      throw new ProblemException(
          ProblemType.INVALID_REQUEST, "size is 1 to %d.".formatted(LARGEST_PAGE));
    }
    return size;
  }
}
