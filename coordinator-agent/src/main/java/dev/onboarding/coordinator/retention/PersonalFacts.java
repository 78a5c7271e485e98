package dev.onboarding.coordinator.retention;

import dev.onboarding.model.Failure;
import dev.onboarding.model.decision.Decision;
import dev.onboarding.model.decision.FiredRow;
import dev.onboarding.model.finding.Assessment;
import dev.onboarding.model.finding.Assessments;
import dev.onboarding.model.finding.Finding;
import dev.onboarding.model.finding.Personal;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Findings and decisions without what is personal in them: what the finding records mark as
/// personal is gone, free sentences are replaced as a whole, and everything that proves the
/// decision stays.
final class PersonalFacts {

  private PersonalFacts() {}

  static Assessments erased(Assessments all) {
    return new Assessments(
        erased(all.account()),
        erased(all.opportunity()),
        erased(all.owner()),
        erased(all.contract()),
        erased(all.invoice()),
        erased(all.link()));
  }

  private static <F extends Finding> Assessment<F> erased(Assessment<F> assessment) {
    var failure = assessment.failure();
    return new Assessment<>(
        assessment.domain(),
        assessment.outcome(),
        assessment.findings().stream().map(PersonalFacts::erased).toList(),
        failure == null ? null : erased(failure),
        assessment.because() == null ? null : Erased.TEXT);
  }

  /// Which rule fired stays, and the rule set has its words.
  static Decision erased(Decision decision) {
    return new Decision(
        decision.verdict(),
        decision.fired().stream()
            .map(row ->
                new FiredRow(
                    row.rule(), row.domain(), row.tier(), Erased.TEXT, Erased.TEXT, Erased.TEXT))
            .toList(),
        decision.ruleSet(),
        decision.ruleSetDigest());
  }

  static Failure erased(Failure failure) {
    return new Failure(
        failure.errorType(),
        failure.errorCode(),
        failure.httpStatus(),
        Erased.TEXT,
        Erased.TEXT,
        failure.owner());
  }

  @SuppressWarnings("unchecked")
  private static <F extends Finding> F erased(F finding) {
    var components = finding.getClass().getRecordComponents();
    var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    var values = Arrays.stream(components).map(part -> kept(part, finding)).toArray();
    try {
      var constructor = finding.getClass().getDeclaredConstructor(types);
      return (F) constructor.newInstance(values);
    } catch (ReflectiveOperationException defect) {
      throw new IllegalStateException(defect);
    }
  }

  private static @Nullable Object kept(RecordComponent part, Finding finding) {
    if (!part.isAnnotationPresent(Personal.class)) {
      return value(part, finding);
    }
    return part.getAnnotatedType().isAnnotationPresent(Nullable.class) ? null : Erased.TEXT;
  }

  private static @Nullable Object value(RecordComponent part, Finding finding) {
    try {
      return part.getAccessor().invoke(finding);
    } catch (ReflectiveOperationException defect) {
      throw new IllegalStateException(defect);
    }
  }
}
