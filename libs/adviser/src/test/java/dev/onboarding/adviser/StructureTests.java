package dev.onboarding.adviser;

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
          .importPackages("dev.onboarding.adviser");

  @Test
  void findsTheClassesItSpeaksAbout() {
    assertThat(CLASSES.size()).isGreaterThan(60);
  }

  @Test
  void knowsNothingOfOursButTheModel() {
    DescribedPredicate<JavaClass> others =
        DescribedPredicate.describe(
            "ours, beside the model",
            type ->
                type.getPackageName().startsWith("dev.onboarding")
                    && !type.getPackageName().startsWith("dev.onboarding.adviser")
                    && !type.getPackageName().startsWith("dev.onboarding.model"));

    noClasses().should().dependOnClassesThat(others).check(CLASSES);
  }

  @Test
  void keepsItsPartsFreeOfCycles() {
    slices().matching("dev.onboarding.adviser.(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void keepsVendorsBehindThePort() {
    classes()
        .that()
        .resideOutsideOfPackage("dev.onboarding.adviser.model..")
        .and()
        .doNotHaveSimpleName("Advisers")
        .and()
        .doNotHaveSimpleName("Surroundings")
        .should()
        .onlyDependOnClassesThat()
        .resideOutsideOfPackages(
            "org.springframework.ai..", "com.openai..", "software.amazon.awssdk..")
        .check(CLASSES);
  }

  @Test
  void shieldsWithoutNetworkOrClock() {
    noClasses()
        .that()
        .resideInAPackage("dev.onboarding.adviser.shield..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "java.net..",
            "org.springframework..",
            "io.opentelemetry..",
            "dev.onboarding.adviser.model..")
        .check(CLASSES);
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
}
