package dev.onboarding.taskmonitor;

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
          .importPackages("dev.onboarding.taskmonitor");

  @Test
  void findsTheClassesItIsAbout() {
    assertThat(OURS).extracting(c -> c.getSimpleName()).contains("Reminders");
  }

  @Test
  void decidesFromWordsOfItsOwnAlone() {
    classes()
        .that()
        .resideInAPackage("..reminder")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "dev.onboarding.taskmonitor.reminder",
            "dev.onboarding.model..",
            "java.lang..",
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
            "dev.onboarding.finance..",
            "dev.onboarding.contract..",
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
