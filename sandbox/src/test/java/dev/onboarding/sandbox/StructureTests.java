package dev.onboarding.sandbox;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class StructureTests {

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.onboarding.sandbox");

  @Test
  void findsTheClassesItSpeaksAbout() {
    assertThat(CLASSES.size()).isGreaterThan(50);
  }

  @Test
  void dependsOnNothingOfOurs() {
    DescribedPredicate<JavaClass> ours =
        DescribedPredicate.describe(
            "ours, outside the sandbox",
            type ->
                type.getPackageName().startsWith("dev.onboarding")
                    && !type.getPackageName().startsWith("dev.onboarding.sandbox"));

    noClasses().should().dependOnClassesThat(ours).check(CLASSES);
  }

  @Test
  void readsTheTimeFromAClockOnly() {
    noClasses()
        .should()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(LocalDate.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .check(CLASSES);
  }

  @Test
  void keepsTheSystemsApart() {
    slices().matching("dev.onboarding.sandbox.(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void keepsWhatTravelsFreeOfWhatAnswers() {
    classes()
        .that()
        .resideInAPackage("dev.onboarding.sandbox.wire")
        .should()
        .onlyDependOnClassesThat()
        .resideOutsideOfPackages(
            "dev.onboarding.sandbox.story..",
            "dev.onboarding.sandbox.fault..",
            "dev.onboarding.sandbox.salesforce..",
            "dev.onboarding.sandbox.netsuite..")
        .check(CLASSES);
  }
}
