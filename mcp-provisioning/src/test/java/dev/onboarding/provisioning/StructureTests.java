package dev.onboarding.provisioning;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/// How the module holds together.
class StructureTests {

  private final JavaClasses classes =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.onboarding.provisioning");

  @Test
  void hasFeaturesWithoutCycles() {
    assertThat(classes.size()).isGreaterThan(40);
    slices().matching("dev.onboarding.provisioning.(*)..").should().beFreeOfCycles().check(classes);
  }

  @Test
  void takesTheTimeOnlyFromAClock() {
    noClasses()
        .should()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(LocalDate.class, "now")
        .orShould()
        .callMethod(Clock.class, "systemUTC")
        .check(classes);
  }

  @Test
  void speaksHttpOnlyWhereCallersAndTheProvisionerAre() {
    noClasses()
        .that()
        .resideInAnyPackage("..tenant..", "..checklist..", "..decision..", "..idempotency..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "java.net.http..", "org.springframework.http..", "org.springframework.web..")
        .check(classes);
  }
}
