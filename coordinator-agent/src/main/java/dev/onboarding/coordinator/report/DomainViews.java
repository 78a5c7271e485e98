package dev.onboarding.coordinator.report;

import dev.onboarding.coordinator.report.ReportView.DomainView;
import dev.onboarding.coordinator.report.ReportView.EvidenceView;
import dev.onboarding.model.Failure;
import dev.onboarding.model.finding.Assessment;
import dev.onboarding.model.finding.Assessments;
import dev.onboarding.model.finding.ContractFinding;
import dev.onboarding.model.finding.Domain;
import dev.onboarding.model.finding.Evidence;
import dev.onboarding.model.finding.Finding;
import dev.onboarding.model.finding.InvoiceFinding;
import dev.onboarding.model.finding.OpportunityFinding;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Turns each domain's answer into text: its sentences, which record was chosen and why, and the
/// evidence beneath.
record DomainViews(Texts texts) {

  private static final int DIGEST_SHOWN = 16;

  List<DomainView> of(Assessments assessments) {
    Set<Evidence> shown = new HashSet<>();
    return assessments.all().stream().map(assessment -> of(assessment, shown)).toList();
  }

  /// A link between records rests on the reads of the others, which are not listed again.
  private DomainView of(Assessment<? extends Finding> assessment, Set<Evidence> shown) {
    boolean link = assessment.domain() == Domain.LINK;
    return new DomainView(
        Texts.capitalised(assessment.domain().toString()),
        Texts.words(assessment.outcome()),
        texts.shown(text(assessment)),
        assessment.findings().stream().flatMap(this::sentences).toList(),
        assessment.findings().stream()
            .flatMap(finding -> finding.evidence().stream())
            .distinct()
            .filter(evidence -> shown.add(evidence) || !link)
            .map(this::evidence)
            .toList());
  }

  private static String text(Assessment<?> assessment) {
    Failure failure = assessment.failure();
    if (failure != null) {
      return "%s %s: %s".formatted(failure.errorType(), failure.errorCode(), failure.message());
    }
    String because = assessment.because();
    if (because != null) {
      return because;
    }
    return assessment.findings().isEmpty() ? "No finding." : "";
  }

  private Stream<String> sentences(Finding finding) {
    String choice =
        switch (finding) {
          case OpportunityFinding deal -> deal.choice();
          case ContractFinding contract -> contract.choice();
          case InvoiceFinding invoice -> invoice.choice();
          default -> "";
        };
    return Stream.of(finding.sentence(), choice)
        .filter(text -> !text.isBlank())
        .distinct()
        .map(texts::shown);
  }

  private EvidenceView evidence(Evidence evidence) {
    return new EvidenceView(
        texts.shown(evidence.system()),
        texts.shown(evidence.record()),
        texts.code(evidence.tool()),
        texts.code(evidence.call()),
        texts.shown(evidence.readAt()),
        evidence.digest() == null
            ? ""
            : texts.code(Texts.shortened(Texts.digest(evidence.digest()), DIGEST_SHOWN)));
  }
}
