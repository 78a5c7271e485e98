package dev.onboarding.coordinator.pipeline;

import dev.onboarding.coordinator.ledger.RecordHeads;
import dev.onboarding.coordinator.report.ReportInput;
import dev.onboarding.coordinator.report.RunReport;
import dev.onboarding.coordinator.run.Known;
import dev.onboarding.coordinator.run.Run;
import dev.onboarding.coordinator.run.RunId;
import dev.onboarding.coordinator.run.RunState;
import dev.onboarding.coordinator.run.RunStores;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// Renders reports, keeps them, and hands them out.
public final class ReportDesk {

  private final RunStores stores;
  private final Reports reports;
  private final ReportInputs inputs;
  private final ReportFiles files;
  private final RecordHeads heads;
  private final RunReport renderer = new RunReport();

  ReportDesk(
      RunStores stores,
      Reports reports,
      ReportInputs inputs,
      ReportFiles files,
      RecordHeads heads) {
    this.stores = stores;
    this.reports = reports;
    this.inputs = inputs;
    this.files = files;
    this.heads = heads;
  }

  Written write(Known known, RunState resting, Instant now) {
    var input = attested(inputs.of(known, resting, now), known.run());
    var contents = new EnumMap<ReportForm, String>(ReportForm.class);
    for (var form : ReportForm.values()) {
      contents.put(form, rendered(form, input));
    }
    // The rows first: who has lost the run overwrites no file either.
    stores.inTransaction(() -> keep(known.run(), contents));
    var names =
        contents.entrySet().stream()
            .map(each -> files.write(each.getKey().fileName(known.run().id()), each.getValue()))
            .toList();
    return new Written(names, Fingerprint.ofText(contents.getOrDefault(ReportForm.JSON, "")));
  }

  /// Whoever holds the report can tell whether the record was written anew since.
  private ReportInput attested(ReportInput input, Run run) {
    return heads
        .of(run.id().value())
        .map(head ->
            input.with(
                new ReportInput.Version(
                    "record", "%d entries".formatted(head.entries()), head.hash())))
        .orElse(input);
  }

  private Run keep(Run run, Map<ReportForm, String> contents) {
    stores.runs().hold(run);
    contents.forEach(
        (form, content) -> reports.keep(run, form, Fingerprint.ofText(content), content));
    return run;
  }

  /// The report as it was written last; one that was not yet written is rendered as things stand.
  ///
  /// @return empty while the run is not judged
  public Optional<String> read(Run run, ReportForm form, Instant now) {
    return written(run.id(), form).or(() -> asThingsStand(run, form, now));
  }

  private Optional<String> written(RunId run, ReportForm form) {
    return reports.newest(run, form);
  }

  private Optional<String> asThingsStand(Run run, ReportForm form, Instant now) {
    var recorded = stores.journal().recorded(run.id(), run.attempt());
    return recorded
        .of(StepNames.ADVISE)
        .map(advice -> new Known(run, recorded, null, null))
        .map(known -> rendered(form, inputs.of(known, run.state(), now)));
  }

  private String rendered(ReportForm form, ReportInput input) {
    return switch (form) {
      case MD -> renderer.markdown(input);
      case HTML -> renderer.html(input);
      case JSON -> renderer.json(input);
    };
  }
}
