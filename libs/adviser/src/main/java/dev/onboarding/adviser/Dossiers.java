package dev.onboarding.adviser;

import dev.onboarding.adviser.AdviceRequest.Incident;
import dev.onboarding.adviser.shield.AllowList;
import dev.onboarding.adviser.shield.Dossier;
import dev.onboarding.adviser.shield.Kind;
import dev.onboarding.adviser.task.AdviceTask;
import dev.onboarding.model.Failure;
import dev.onboarding.model.decision.FiredRow;
import dev.onboarding.model.finding.Assessment;
import dev.onboarding.model.finding.Finding;
import java.util.List;
import java.util.Locale;

/// Puts together what a model is shown for a task. First everything personal is learnt, then what
/// may leave is written down, so that no order of fields lets a name slip through.
final class Dossiers {

  private Dossiers() {}

  static Dossier of(AdviceTask task, AdviceRequest request) {
    var dossier = new Dossier(task, AllowList.shipped());
    findings(request).forEach(dossier::know);
    dossier.own("decision", request.decision().verdict());
    if (dossier.allows("rows")) {
      rows(dossier, request.decision().fired());
      dossier.own("usual time to resolve", TimeToResolve.of(request));
    }
    for (Assessment<? extends Finding> assessment : request.assessments().all()) {
      dossier.own(
          assessment.domain() + " was", assessment.outcome().name().toLowerCase(Locale.ROOT));
    }
    findings(request).forEach(dossier::add);
    if (dossier.allows("incidents")) {
      incidents(dossier, PlainFailures.incidents(request));
    }
    return dossier;
  }

  static Dossier of(TermsRequest request) {
    var dossier = new Dossier(AdviceTask.TERMS, AllowList.shipped());
    request
        .personal()
        .forEach(value -> dossier.know(value.contains("@") ? Kind.EMAIL : Kind.PERSON, value));
    if (dossier.allows("terms")) {
      request.terms().forEach(term -> dossier.term(term.name(), term.text()));
    }
    return dossier;
  }

  private static List<Finding> findings(AdviceRequest request) {
    return request.assessments().all().stream()
        .flatMap(assessment -> assessment.findings().stream())
        .map(Finding.class::cast)
        .toList();
  }

  private static void rows(Dossier dossier, List<FiredRow> rows) {
    dossier.own("rows that fired", rows.size());
    int number = 0;
    for (FiredRow row : rows) {
      String name = "row " + ++number;
      dossier.own(name, "%s about the %s, for %s".formatted(row.tier(), row.domain(), row.owner()));
      dossier.text(name + " says", row.says());
      dossier.text(name + " remedy", row.remedy());
    }
  }

  private static void incidents(Dossier dossier, List<Incident> incidents) {
    int number = 0;
    for (Incident incident : incidents) {
      Failure failure = incident.failure();
      String name = "failure " + ++number;
      dossier.text(name + " while", incident.during());
      dossier.own(name + " kind", failure.errorType());
      dossier.text(name + " message", failure.message());
      dossier.text(name + " resolution", failure.resolution());
      dossier.text(name + " owner", failure.owner());
    }
  }
}
