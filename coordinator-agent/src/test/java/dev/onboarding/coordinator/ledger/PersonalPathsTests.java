package dev.onboarding.coordinator.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onboarding.model.finding.Assessments;
import dev.onboarding.model.finding.Domain;
import dev.onboarding.model.finding.Finding;
import dev.onboarding.model.finding.Personal;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A new personal text needs a new form, or an erasure would look like a change by hand.
class PersonalPathsTests {

  @ParameterizedTest
  @EnumSource
  void nameEveryPersonalTextOfAFinding(Domain domain) {
    var personal =
        Arrays.stream(finding(domain).getRecordComponents())
            .filter(part -> part.isAnnotationPresent(Personal.class))
            .map(RecordComponent::getName)
            .map(name -> name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT))
            .toList();

    assertThat(PersonalPaths.ofFindings(domain.toString()))
        .containsExactlyInAnyOrderElementsOf(personal);
  }

  private static Class<? extends Finding> finding(Domain domain) {
    var part =
        Arrays.stream(Assessments.class.getRecordComponents())
            .filter(each -> each.getName().equals(domain.toString()))
            .findFirst()
            .orElseThrow();
    var type = (ParameterizedType) part.getGenericType();
    return ((Class<?>) type.getActualTypeArguments()[0]).asSubclass(Finding.class);
  }
}
