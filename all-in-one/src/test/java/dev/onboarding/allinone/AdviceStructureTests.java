package dev.onboarding.allinone;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import org.junit.jupiter.api.Test;

/// That no model can decide, as far as the shape of the code proves it: no way leads from what
/// advises to a decision, to the state of a run, to a tool that writes, or to a message that
/// leaves.
class AdviceStructureTests {

  private static final JavaClasses OURS = AllClasses.OURS;
  private static final String COORDINATOR = "dev.onboarding.coordinator.";

  /// Everything that could carry a model's words.
  private static final DescribedPredicate<JavaClass> MODELS_WORDS =
      resideInAnyPackage(
              "dev.onboarding.adviser..",
              COORDINATOR + "advice..",
              "dev.onboarding.contract.advice..",
              "dev.onboarding.finance.advice..")
          .or(named("report", "Addendum|AddendumView|Addenda"))
          .or(named("pipeline", "AdviceRows"))
          .as("carry a model's words");

  /// Where the pipeline records the first advice, which asks no model, and where reports are kept.
  private static final String RECORDS_ADVICE =
      "Advise|StepNames|ReportInputs|ReportDesk|AdviceRows|PipelineConfiguration";

  @Test
  void findsWhatItIsAbout() {
    assertThat(OURS.stream().filter(MODELS_WORDS)).hasSizeGreaterThan(30);
    assertThat(OURS.stream().filter(named("pipeline", RECORDS_ADVICE)))
        .extracting(JavaClass::getSimpleName)
        .contains(RECORDS_ADVICE.split("\\|"));
  }

  @Test
  void letsNothingThatDecidesKnowAnyAdvice() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "dev.onboarding.model..",
            COORDINATOR + "rule..",
            COORDINATOR + "establish..",
            "dev.onboarding.contract.establishment..",
            "dev.onboarding.contract.assessment..",
            "dev.onboarding.finance.establishment..",
            "dev.onboarding.finance.assessment..",
            "dev.onboarding.taskmonitor..")
        .should()
        .dependOnClassesThat(MODELS_WORDS)
        .check(OURS);
  }

  @Test
  void letsNothingThatMovesARunOrActsForItKnowAnyAdvice() {
    noClasses()
        .that()
        .resideInAnyPackage(
            COORDINATOR + "run..",
            COORDINATOR + "effect..",
            COORDINATOR + "reminder..",
            COORDINATOR + "batch..",
            COORDINATOR + "intake..",
            COORDINATOR + "operation..",
            COORDINATOR + "docusign..",
            COORDINATOR + "retention..")
        .or(inPipelineBesides(RECORDS_ADVICE))
        .should()
        .dependOnClassesThat(MODELS_WORDS)
        .check(OURS);
  }

  /// The journal's outcome of the step is read where it is shown, and where it is asked whether
  /// there is one.
  @Test
  void letsNoStepReadTheAdvice() {
    noClasses()
        .that(
            named("pipeline", "Advise|StepNames|ReportInputs|ReportDesk|Course")
                .or(named("api", "RunPages"))
                .negate()
                .as("neither show nor record the advice"))
        .should()
        .accessField(COORDINATOR + "pipeline.StepNames", "ADVISE")
        .check(OURS);
  }

  @Test
  void letsTheStepOfARunAskNoModel() {
    noClasses()
        .that()
        .resideInAPackage(COORDINATOR + "pipeline..")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("dev.onboarding.adviser..")
                .and(
                    nameMatching(
                            "dev\\.onboarding\\.adviser\\."
                                + "(Advice|AdviceRequest|FallbackAdviser|ask\\.Origin)(\\$.*)?")
                        .forSubtype()
                        .negate())
                .as("ask a model"))
        .check(OURS);
  }

  @Test
  void letsAdviceNeitherActNorMoveARunNorAnswerForAPerson() {
    noClasses()
        .that()
        .resideInAPackage(COORDINATOR + "advice..")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                    COORDINATOR + "effect..",
                    COORDINATOR + "rule..",
                    COORDINATOR + "establish..",
                    COORDINATOR + "intake..",
                    COORDINATOR + "retention..",
                    COORDINATOR + "operation..")
                .or(named("run", ".*(Desk|Engine|Queue|Book|Execution|Ticket)|Approval.*"))
                .or(
                    named(
                        "pipeline",
                        "Provisioning|DecisionSigner|SignedOrder|Telling|CustomerMail|Judge.*")))
        .check(OURS);
  }

  @Test
  void letsNoConnectorAskAModel() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "dev.onboarding.salesforce..",
            "dev.onboarding.netsuite..",
            "dev.onboarding.clm..",
            "dev.onboarding.provisioning..",
            "dev.onboarding.connector..",
            "dev.onboarding.edge..",
            "dev.onboarding.agentkit..")
        .should()
        .dependOnClassesThat(MODELS_WORDS)
        .check(OURS);
  }

  /// What Slack and mails print is [dev.onboarding.coordinator.report.ReportInput], of which the
  /// advice is the step's own.
  @Test
  void letsNoMessageThatLeavesCarryAModelsWords() {
    noClasses()
        .that(
            named("report", ".*(Slack|Email|Welcome|Customer|ReportInput|ReportView).*")
                .or(named("pipeline", "Telling|CustomerMail|TellSlack|MailOwner|WelcomeCustomer"))
                .or(resideInAnyPackage(COORDINATOR + "effect..", COORDINATOR + "reminder..")))
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("dev.onboarding.adviser.ask..", COORDINATOR + "advice..")
                .or(named("report", "Addendum|AddendumView|Addenda"))
                .or(named("pipeline", "AdviceRows")))
        .check(OURS);
  }

  private static DescribedPredicate<JavaClass> inPipelineBesides(String names) {
    return resideInAnyPackage(COORDINATOR + "pipeline..")
        .and(named("pipeline", names).negate())
        .as("are steps of the pipeline");
  }

  private static DescribedPredicate<JavaClass> named(String feature, String names) {
    return nameMatching(
            "dev\\.onboarding\\.coordinator\\.%s\\.(%s)(\\$.*)?".formatted(feature, names))
        .forSubtype();
  }
}
