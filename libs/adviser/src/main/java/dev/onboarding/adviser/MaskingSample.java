package dev.onboarding.adviser;

import dev.onboarding.adviser.shield.Dossier;
import dev.onboarding.adviser.shield.Sentences;
import dev.onboarding.adviser.task.AdviceTask;
import dev.onboarding.adviser.task.AnswerShape;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// All that is done to one prompt and its answer beside asking: masking, the schema, what may be
/// shown. One piece of work to be measured, the same each time.
public final class MaskingSample {

  private static final String ANSWER =
      "{\"decision\":\"BLOCK\",\"summary\":\"The contract of {{COMPANY_1}} is not signed. {{PERSON_1}} was reminded 12 days ago. Legal must ask the customer's signatory to sign.\"}";

  private final AdviceRequest request = Golden.request();
  private final JsonMapper json = JsonMapper.shared();

  /// How many characters a model is sent for this sample.
  public int characters() {
    return Dossiers.of(AdviceTask.SUMMARY, request).data().length();
  }

  /// Masks, validates and restores once.
  ///
  /// @return what people would read
  public String once() {
    Dossier dossier = Dossiers.of(AdviceTask.SUMMARY, request);
    String sent = dossier.data();
    JsonNode answer = json.readTree(ANSWER);
    if (!AnswerShape.of(AdviceTask.SUMMARY).misfits(answer).isEmpty() || sent.isEmpty()) {
      throw new IllegalStateException("The sample fits its schema");
    }
    var reading =
        Readers.summary(answer, request, new Sentences(dossier.mask(), dossier.evidence()));
    if (reading.value() == null) {
      throw new IllegalStateException("The sample is borne out: " + reading.because());
    }
    return reading.value();
  }
}
