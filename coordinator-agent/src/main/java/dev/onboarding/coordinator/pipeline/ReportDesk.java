package dev.onboarding.coordinator.pipeline;

import dev.onboarding.coordinator.ledger.RecordHeads;
import dev.onboarding.coordinator.pipeline.Reports.Document;
import dev.onboarding.coordinator.report.Addenda;
import dev.onboarding.coordinator.report.ReportInput;
import dev.onboarding.coordinator.report.RunReport;
import dev.onboarding.coordinator.run.Known;
import dev.onboarding.coordinator.run.Run;
import dev.onboarding.coordinator.run.RunId;
import dev.onboarding.coordinator.run.RunState;
import dev.onboarding.coordinator.run.RunStores;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/// Renders reports, keeps them, and hands them out with the advice that came after them.
public final class ReportDesk {

  private final RunStores stores;
  private final Reports reports;
  private final ReportInputs inputs;
  private final ReportFiles files;
  private final AdviceRows advice;
  private final RecordHeads heads;
  private final RunReport renderer = new RunReport();
  private final Addenda addenda = new Addenda();

  ReportDesk(
      RunStores stores,
      Reports reports,
      ReportInputs inputs,
      ReportFiles files,
      AdviceRows advice,
      RecordHeads heads) {
    this.stores = stores;
    this.reports = reports;
    this.inputs = inputs;
    this.files = files;
    this.advice = advice;
    this.heads = heads;
  }

  Written write(Known known, RunState resting, Instant now) {
    var input = attested(inputs.of(known, resting, now), known.run());
    return kept(known, form -> rendered(form, input));
  }

  /// Of a run that was cancelled before it was judged.
  Written writeCancelled(Known known, Instant now) {
    var cancelled = inputs.cancelled(known, now);
    return kept(
        known,
        form ->
            switch (form) {
              case MD -> renderer.markdown(cancelled);
              case HTML -> renderer.html(cancelled);
              case JSON -> renderer.json(cancelled);
            });
  }

  private Written kept(Known known, Function<ReportForm, String> rendering) {
    var documents = new EnumMap<ReportForm, Document>(ReportForm.class);
    for (var form : ReportForm.values()) {
      documents.put(form, Document.of(form, rendering.apply(form)));
    }
    // The rows first: who has lost the run overwrites no file either.
    reports.keep(known.run(), documents.values());
    var contents = new EnumMap<ReportForm, String>(ReportForm.class);
    documents.forEach((form, each) -> contents.put(form, each.content()));
    var names = writeFiles(known.run().id(), contents);
    // What is added from now on is written by whoever adds it.
    if (!advice.told(known.run().id(), known.run().attempt()).isEmpty()) {
      refresh(known.run().id());
    }
    return new Written(names, Objects.requireNonNull(documents.get(ReportForm.JSON)).digest());
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

  /// Writes the files of a written report anew, so that they show what was added to it since.
  /// Report and advice may come at the same moment: whoever writes last looks once more, so that
  /// neither is missing in the end.
  public void refresh(RunId run) {
    var written = Map.<ReportForm, String>of();
    for (var kept = kept(run); !kept.equals(written); kept = kept(run)) {
      writeFiles(run, kept);
      written = kept;
    }
  }

  private List<String> writeFiles(RunId run, Map<ReportForm, String> contents) {
    return contents.entrySet().stream()
        .map(each -> files.write(each.getKey().fileName(run), each.getValue()))
        .toList();
  }

  private Map<ReportForm, String> kept(RunId run) {
    var contents = new EnumMap<ReportForm, String>(ReportForm.class);
    for (var form : ReportForm.values()) {
      written(run, form).ifPresent(content -> contents.put(form, content));
    }
    return contents;
  }

  /// The report as it was written last, with the advice that was added since; one that was not yet
  /// written is rendered as things stand.
  ///
  /// @return empty while the run is not judged
  public Optional<String> read(Run run, ReportForm form, Instant now) {
    return written(run.id(), form).or(() -> asThingsStand(run, form, now));
  }

  private Optional<String> written(RunId run, ReportForm form) {
    return reports
        .newest(run, form)
        .map(kept -> withAddenda(form, kept.content(), run, kept.attempt()));
  }

  private Optional<String> asThingsStand(Run run, ReportForm form, Instant now) {
    var recorded = stores.journal().recorded(run.id(), run.attempt());
    return recorded
        .of(StepNames.ADVISE)
        .map(advised -> new Known(run, recorded, null, null))
        .map(known -> rendered(form, inputs.of(known, run.state(), now)))
        .map(content -> withAddenda(form, content, run.id(), run.attempt()));
  }

  private String withAddenda(ReportForm form, String content, RunId run, int attempt) {
    var added = advice.told(run, attempt);
    return switch (form) {
      case MD -> addenda.markdown(content, added);
      case HTML -> addenda.html(content, added);
      case JSON -> addenda.json(content, added);
    };
  }

  private String rendered(ReportForm form, ReportInput input) {
    return switch (form) {
      case MD -> renderer.markdown(input);
      case HTML -> renderer.html(input);
      case JSON -> renderer.json(input);
    };
  }
}
