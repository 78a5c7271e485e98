package dev.onboarding.coordinator.pipeline;

import dev.onboarding.coordinator.report.ReportInput;
import dev.onboarding.coordinator.report.RunReport;
import dev.onboarding.coordinator.run.Known;
import dev.onboarding.coordinator.run.Run;
import dev.onboarding.coordinator.run.RunId;
import dev.onboarding.coordinator.run.RunState;
import dev.onboarding.coordinator.run.RunStores;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;

/// Renders reports, keeps them, and hands them out.
public final class ReportDesk {

  private final RunStores stores;
  private final Reports reports;
  private final ReportInputs inputs;
  private final ReportFiles files;
  private final Fingerprint fingerprint;
  private final RunReport renderer = new RunReport();

  ReportDesk(
      RunStores stores,
      Reports reports,
      ReportInputs inputs,
      ReportFiles files,
      Fingerprint fingerprint) {
    this.stores = stores;
    this.reports = reports;
    this.inputs = inputs;
    this.files = files;
    this.fingerprint = fingerprint;
  }

  Written write(Known known, RunState resting, Instant now) {
    var input = inputs.of(known, resting, now);
    var written = new ArrayList<String>();
    for (var form : ReportForm.values()) {
      var content = rendered(form, input);
      written.add(files.write(form.fileName(known.run().id()), content));
      stores.inTransaction(() -> keep(known.run(), form, content));
    }
    return new Written(written, fingerprint.of(rendered(ReportForm.JSON, input)));
  }

  private Run keep(Run run, ReportForm form, String content) {
    stores.runs().hold(run);
    reports.keep(run, form, fingerprint.of(content), content);
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
        .map(advice -> new Known(run, recorded, null))
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
