package dev.onboarding.allinone;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The house's plan, held against the code of all modules at once.
class StructureTests {

  private static final List<String> MODULES =
      List.of(
          "salesforce",
          "netsuite",
          "clm",
          "provisioning",
          "contract",
          "finance",
          "taskmonitor",
          "coordinator");

  private static final JavaClasses classes = AllClasses.OURS;

  @Test
  void findsTheClassesOfEveryModule() {
    Set<String> found = new TreeSet<>();
    classes.forEach(type -> found.add(type.getPackageName().split("\\.")[2]));

    assertThat(found)
        .containsAll(MODULES)
        .contains("model", "edge", "connector", "agentkit", "adviser", "sandbox", "allinone");
  }

  @Test
  void letsTheSharedWordsKnowNothingButTheJdk() {
    classes()
        .that()
        .resideInAPackage("dev.onboarding.model..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("dev.onboarding.model..", "java..", "org.jspecify..")
        .check(classes);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "salesforce",
        "netsuite",
        "clm",
        "provisioning",
        "contract",
        "finance",
        "taskmonitor",
        "coordinator"
      })
  void letsAgentsAndConnectorsMeetOnlyOverMcp(String module) {
    String[] others =
        MODULES.stream()
            .filter(other -> !other.equals(module))
            .map(other -> "dev.onboarding." + other + "..")
            .toArray(String[]::new);

    noClasses()
        .that()
        .resideInAPackage("dev.onboarding." + module + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(others)
        .check(classes);
  }

  @Test
  void keepsTheSandboxAndTheSystemApart() {
    noClasses()
        .that()
        .resideInAPackage("dev.onboarding.sandbox..")
        .should()
        .dependOnClassesThat(
            resideInAPackage("dev.onboarding..")
                .and(JavaClass.Predicates.resideOutsideOfPackage("dev.onboarding.sandbox..")))
        .check(classes);
    noClasses()
        .that()
        .resideOutsideOfPackages("dev.onboarding.sandbox..", "dev.onboarding.allinone..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.onboarding.sandbox..")
        .check(classes);
  }

  @Test
  void keepsTransportAndAdviceAwayFromWhatDecides() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "dev.onboarding.coordinator.rule..", "dev.onboarding.coordinator.establish..")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                "org.springframework..",
                "io.modelcontextprotocol..",
                "dev.onboarding.agentkit..",
                "dev.onboarding.adviser..",
                "java.sql..",
                "java.net.http.."))
        .check(classes);
  }

  @Test
  void readsNoWallClockButAClock() {
    noClasses()
        .should()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(LocalDate.class, "now")
        .orShould()
        .callMethod(LocalDateTime.class, "now")
        .orShould()
        .callMethod(ZonedDateTime.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .check(classes);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "salesforce",
        "netsuite",
        "clm",
        "provisioning",
        "contract",
        "finance",
        "taskmonitor",
        "coordinator",
        "edge",
        "sandbox",
        "allinone"
      })
  void hasNoCyclesBetweenFeatures(String module) {
    SlicesRuleDefinition.slices()
        .matching("dev.onboarding." + module + ".(*)..")
        .should()
        .beFreeOfCycles()
        .allowEmptyShould(true)
        .check(classes);
  }

  @Test
  void marksEveryPackageAsNullChecked() {
    Set<String> unmarked = new TreeSet<>();
    for (JavaClass type : classes) {
      if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
        unmarked.add(type.getPackageName());
      }
    }

    assertThat(unmarked).isEmpty();
  }
}
