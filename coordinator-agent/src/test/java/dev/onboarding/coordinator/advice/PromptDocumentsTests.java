package dev.onboarding.coordinator.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.onboarding.adviser.task.AdviceTask;
import dev.onboarding.adviser.task.Prompts;
import dev.onboarding.coordinator.RunningCoordinator;
import dev.onboarding.coordinator.govern.DocumentDesk;
import dev.onboarding.coordinator.govern.DocumentKind;
import dev.onboarding.coordinator.govern.DocumentRefused;
import dev.onboarding.coordinator.govern.Documents;
import org.junit.jupiter.api.Test;

class PromptDocumentsTests {

  private static final String SHORTER =
      """
      version: summer
      prompts:
        summary:
          version: summary-9
          text: |-
            Say it in one sentence.
      """;

  private final PromptDocuments documents = new PromptDocuments();

  @Test
  void readsWhatItShipsAsWhatTheAgentsLibraryShips() {
    var read = documents.prompts("shipped", documents.shipped());

    assertThat(read).isEqualTo(Prompts.shipped());
    assertThat(documents.read("shipped", documents.shipped()).digest()).isEqualTo(read.digest());
  }

  @Test
  void keepsTheShippedPromptOfATaskThatADocumentLeavesOut() {
    var read = documents.prompts("summer", SHORTER);

    assertThat(read.of(AdviceTask.SUMMARY).text()).isEqualTo("Say it in one sentence.");
    assertThat(read.of(AdviceTask.RISK)).isEqualTo(Prompts.shipped().of(AdviceTask.RISK));
  }

  @Test
  void namesEverythingThatIsWrong() {
    var refused =
        refusal(
            """
            version: summer
            prompts:
              terms: {version: terms-9, text: Look.}
              summary: {version: summary-9}
              poem: {version: poem-1, text: Rhyme.}
            """);

    assertThat(refused.problems())
        .hasSize(3)
        .anySatisfy(problem -> assertThat(problem).contains("terms", "specialist agents"))
        .anySatisfy(problem -> assertThat(problem).contains("summary", "`version` and `text`"))
        .anySatisfy(problem -> assertThat(problem).contains("poem", "no task of advice"));
    assertThat(refusal("prompts: {}").problems()).first().asString().contains("`version`");
    assertThat(refusal("a: [").problems()).hasSize(1);
  }

  @Test
  void asksByThePromptsThatAPersonPutInForceAndTellsTheirDigest() {
    var coordinator = RunningCoordinator.shared();
    var desk = coordinator.bean(DocumentDesk.class);
    var governed = coordinator.bean(Documents.class);
    var shipped = desk.inForce(DocumentKind.PROMPTS);
    var digest = desk.store(DocumentKind.PROMPTS, "summer", SHORTER, "Ada").digest();

    desk.activate(DocumentKind.PROMPTS, digest, "Ada", "Shorter is better.");

    assertThat(documents.inForce(governed).of(AdviceTask.SUMMARY).version()).isEqualTo("summary-9");
    assertThat(documents.inForce(governed).digest()).isEqualTo(digest);
    desk.goBack(DocumentKind.PROMPTS, "Ada", "Or not.");
    assertThat(documents.inForce(governed).digest()).isEqualTo(shipped);
  }

  private DocumentRefused refusal(String content) {
    return catchThrowableOfType(DocumentRefused.class, () -> documents.read("file", content));
  }
}
