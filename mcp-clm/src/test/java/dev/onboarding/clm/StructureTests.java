package dev.onboarding.clm;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.onboarding.connector.Gathering;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/// How the module holds together.
class StructureTests {

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.onboarding.clm");

  @Test
  void hasFeaturesWithoutCycles() {
    assertThat(CLASSES.size()).isGreaterThan(20);
    slices().matching("dev.onboarding.clm.(*)..").should().beFreeOfCycles().check(CLASSES);
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
        .check(CLASSES);
  }

  @Test
  void keepsCredentialsWhereTheConnectionIs() {
    noClasses()
        .that()
        .resideOutsideOfPackage("..connection..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("com.nimbusds..", "java.security..")
        .orShould()
        .dependOnClassesThat()
        .haveSimpleName("Secret")
        .check(CLASSES);
  }

  @Test
  void leavesTheWireToTheConnector() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.net.http..", "org.springframework.web..")
        .check(CLASSES);
  }

  @Test
  void keepsWhatIsReadApartFromHowItIsAsked() {
    noClasses()
        .that()
        .resideInAnyPackage("..contract..")
        .should()
        // How reads gather is no way of asking.
        .dependOnClassesThat(
            resideInAnyPackage("dev.onboarding.connector..", "..clm.connection..")
                .and(not(belongToAnyOf(Gathering.class))))
        .check(CLASSES);
  }
}
