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
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Renders reports, keeps them, and hands them out.
public final class ReportDesk {

  private final RunStores stores;
  private final Reports reports;
  private final ReportInputs inputs;
  private final ReportFiles files;
  private final RunReport renderer = new RunReport();

  ReportDesk(RunStores stores, Reports reports, ReportInputs inputs, ReportFiles files) {
    this.stores = stores;
    this.reports = reports;
    this.inputs = inputs;
    this.files = files;
  }

  Written write(Known known, RunState resting, Instant now) {
    var input = inputs.of(known, resting, now);
    var documents = new EnumMap<ReportForm, Document>(ReportForm.class);
    for (var form : ReportForm.values()) {
      documents.put(form, Document.of(rendered(form, input)));
    }
    // The rows first: who has lost the run overwrites no file either.
    stores.inTransaction(() -> keep(known.run(), documents));
    var names = new ArrayList<String>();
    documents.forEach(
        (form, each) -> names.add(files.write(form.fileName(known.run().id()), each.content())));
    return new Written(names, Objects.requireNonNull(documents.get(ReportForm.JSON)).digest());
  }

  private Run keep(Run run, Map<ReportForm, Document> documents) {
    stores.runs().hold(run);
    documents.forEach((form, each) -> reports.keep(run, form, each.digest(), each.content()));
    return run;
  }

  /// A report, and what it is recognised by.
  private record Document(String content, String digest) {

    static Document of(String content) {
      return new Document(content, Fingerprint.ofText(content));
    }
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
