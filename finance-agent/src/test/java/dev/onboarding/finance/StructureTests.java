package dev.onboarding.finance;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/// What decides does not know what transports, and nothing reads the wall clock.
class StructureTests {

  private static final JavaClasses OURS =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.onboarding.finance");

  @Test
  void findsTheClassesItIsAbout() {
    assertThat(OURS).extracting(c -> c.getSimpleName()).contains("InvoiceEstablishment");
  }

  @Test
  void establishesFromWordsOfTheModelAlone() {
    classes()
        .that()
        .resideInAPackage("..establishment")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "dev.onboarding.finance.establishment",
            "dev.onboarding.model..",
            "java.lang..",
            "java.math..",
            "java.time..",
            "java.util..",
            "org.jspecify..")
        .check(OURS);
  }

  @Test
  void readsNoWallClock() {
    noClasses()
        .should()
        .callMethod(java.time.Instant.class, "now")
        .orShould()
        .callMethod(java.time.LocalDate.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .check(OURS);
  }

  @Test
  void seesNoOtherAgentAndNoConnector() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "dev.onboarding.contract..",
            "dev.onboarding.taskmonitor..",
            "dev.onboarding.coordinator..",
            "dev.onboarding.salesforce..",
            "dev.onboarding.netsuite..",
            "dev.onboarding.clm..",
            "dev.onboarding.provisioning..",
            "dev.onboarding.connector..",
            "dev.onboarding.sandbox..")
        .check(OURS);
  }
}
