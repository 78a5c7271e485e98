package dev.onboarding.adviser.model;

import com.openai.errors.OpenAIIoException;
import com.openai.errors.OpenAIServiceException;
import dev.onboarding.model.secret.SecretSource;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.ai.chat.prompt.ChatOptions;
import org.springframework.ai.openai.OpenAiChatModel;
import org.springframework.ai.openai.OpenAiChatModel.ResponseFormat;
import org.springframework.ai.openai.OpenAiChatOptions;

/// OpenAI's chat completions, with a strict JSON schema. The key may be exchanged while we run.
final class OpenAi {

  private final URI base;
  private final Supplier<Optional<ChatModel>> chat;

  /// @param patience the longest time any call may take
  OpenAi(SecretSource key, URI base, Duration patience, Clock clock) {
    this.base = base;
    this.chat =
        key.isMissing()
            ? Optional::empty
            : key.optional(clock, secret -> client(secret.reveal(), base, patience))::current;
  }

  private static ChatModel client(String key, URI base, Duration patience) {
    return OpenAiChatModel.builder()
        .options(
            OpenAiChatOptions.builder()
                .baseUrl(base.toString())
                .apiKey(key)
                .timeout(patience)
                .maxRetries(0)
                .build())
        .build();
  }

  Model model(ModelName name, ModelFacts facts) {
    return new SpringModel(
        name, facts, base, chat, (known, asked) -> options(name, known, asked), OpenAi::failure);
  }

  private static ChatOptions options(ModelName name, ModelFacts facts, Question question) {
    var options = OpenAiChatOptions.builder();
    options.model(name.model());
    options.maxCompletionTokens(question.mostTokens());
    options.timeout(question.patience());
    options.maxRetries(0);
    options.store(false);
    if (facts.temperature()) {
      options.temperature(0.0);
    }
    if (facts.nativeSchema()) {
      options.responseFormat(
          ResponseFormat.builder()
              .type(ResponseFormat.Type.JSON_SCHEMA)
              .jsonSchema(question.schema())
              .build());
    }
    return options.build();
  }

  private static ModelFailure failure(RuntimeException thrown) {
    return switch (thrown) {
      case OpenAIServiceException refused ->
          ModelFailure.ofStatus(refused.statusCode(), refused.code().orElse(""));
      case OpenAIIoException _ ->
          new ModelFailure(
              causedByTime(thrown) ? ModelFailure.Kind.TOO_SLOW : ModelFailure.Kind.UNREACHABLE,
              "the connection gave no answer");
      default ->
          new ModelFailure(
              ModelFailure.Kind.UNREACHABLE, "unreadable: " + thrown.getClass().getSimpleName());
    };
  }

  static boolean causedByTime(Throwable thrown) {
    for (Throwable each = thrown; each != null; each = each.getCause()) {
      if (each instanceof java.io.InterruptedIOException) {
        return true;
      }
    }
    return false;
  }
}
