package dev.onboarding.coordinator.api;

import dev.onboarding.coordinator.replay.Replay;
import dev.onboarding.coordinator.replay.ReplayAll;
import dev.onboarding.coordinator.replay.Replayed;
import dev.onboarding.coordinator.replay.RuleLibrary;
import dev.onboarding.coordinator.replay.RuleTexts;
import dev.onboarding.coordinator.replay.StoredRecords;
import dev.onboarding.edge.EdgeJson;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Computes recorded decisions again: of one run, or of all.
@RestController
final class ReplayController {

  private final StoredRecords records;
  private final RuleTexts texts;
  private final ReplayAll all;

  ReplayController(StoredRecords records, RuleTexts texts, ReplayAll all) {
    this.records = records;
    this.texts = texts;
    this.all = all;
  }

  /// One line of the answer about all: a run that does not fit, or the end.
  record Line(@Nullable Replayed run, ReplayAll.@Nullable Summary summary) {}

  @GetMapping("/api/runs/{id}/replay")
  Replayed run(@PathVariable String id) {
    return records
        .of(RunsController.runId(id))
        .map(new Replay(new RuleLibrary(texts))::of)
        .orElseThrow(RunsController::noSuchRun);
  }

  /// JSON lines, each as soon as it is known: every run that does not fit, then the summary. An
  /// answer without a summary was cut off.
  @GetMapping("/api/replay")
  void all(@RequestParam(required = false) @Nullable String since, HttpServletResponse response)
      throws IOException {
    var from = Since.parse(since);
    response.setContentType("application/x-ndjson");
    var out = response.getOutputStream();
    response.flushBuffer();
    var summary =
        all.since(
            from,
            replayed -> {
              try {
                out.write(line(new Line(replayed, null)));
              } catch (IOException gone) {
                throw new UncheckedIOException(gone);
              }
            });
    out.write(line(new Line(null, summary)));
    out.flush();
  }

  private static byte[] line(Line line) {
    return (EdgeJson.mapper().writeValueAsString(line) + "\n").getBytes(StandardCharsets.UTF_8);
  }
}
