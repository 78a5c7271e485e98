package dev.onboarding.adviser.ask;

import dev.onboarding.adviser.model.Question;
import dev.onboarding.adviser.shield.Dossier;
import dev.onboarding.adviser.task.AdviceTask;
import dev.onboarding.adviser.task.AnswerShape;
import dev.onboarding.adviser.task.Prompt;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// One thing to be asked: by which prompt, about what, and how an answer is read.
///
/// @param run whose budget is used
/// @param mostTokens of an answer
public record Inquiry<T>(
    AdviceTask task, Prompt prompt, String run, Dossier dossier, int mostTokens, Reader<T> reader) {

  /// Reads an answer that fits the schema; what it returns may be shown to people.
  public interface Reader<T> {
    Reading<T> read(JsonNode answer);
  }

  /// What an answer says, or why it cannot be used.
  ///
  /// @param left how many sentences or entries were left out
  public record Reading<T>(@Nullable T value, @Nullable Reason because, int left) {

    public static <T> Reading<T> of(T value, int left) {
      return new Reading<>(value, null, left);
    }

    public static <T> Reading<T> rejected(Reason because, int left) {
      return new Reading<>(null, because, left);
    }
  }

  Question question(Duration patience) {
    return new Question(
        prompt.text(),
        List.of(new Question.Turn(false, dossier.data())),
        AnswerShape.of(task).text(),
        mostTokens,
        patience);
  }
}
