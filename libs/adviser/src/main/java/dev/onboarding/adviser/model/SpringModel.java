package dev.onboarding.adviser.model;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.ai.chat.messages.AssistantMessage;
import org.springframework.ai.chat.messages.Message;
import org.springframework.ai.chat.messages.SystemMessage;
import org.springframework.ai.chat.messages.UserMessage;
import org.springframework.ai.chat.metadata.Usage;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.model.Generation;
import org.springframework.ai.chat.prompt.ChatOptions;
import org.springframework.ai.chat.prompt.Prompt;

/// Any chat model of Spring AI: turns the question into its messages and its answer into a reply.
final class SpringModel implements Model {

  private static final String IN_THE_PROMPT =
      "\n\nAnswer with one JSON object that fits this JSON schema, without a word before or after it:\n";

  private final ModelName name;
  private final ModelFacts facts;
  private final URI address;
  private final Supplier<Optional<ChatModel>> chat;
  private final BiFunction<ModelFacts, Question, ChatOptions> options;
  private final Function<RuntimeException, ModelFailure> failures;

  /// @param chat empty while the model cannot be asked
  SpringModel(
      ModelName name,
      ModelFacts facts,
      URI address,
      Supplier<Optional<ChatModel>> chat,
      BiFunction<ModelFacts, Question, ChatOptions> options,
      Function<RuntimeException, ModelFailure> failures) {
    this.name = name;
    this.facts = facts;
    this.address = address;
    this.chat = chat;
    this.options = options;
    this.failures = failures;
  }

  @Override
  public ModelName name() {
    return name;
  }

  @Override
  public ModelFacts facts() {
    return facts;
  }

  @Override
  public URI address() {
    return address;
  }

  @Override
  public boolean isConfigured() {
    return chat.get().isPresent();
  }

  @Override
  public Reply ask(Question question) {
    ChatModel model =
        chat.get()
            .orElseThrow(() -> new ModelFailure(ModelFailure.Kind.NOT_ALLOWED, "no key is set"));
    try {
      return reply(model.call(new Prompt(messages(question), options.apply(facts, question))));
    } catch (ModelFailure failure) {
      throw failure;
    } catch (RuntimeException e) {
      throw failures.apply(e);
    }
  }

  private List<Message> messages(Question question) {
    String system =
        facts.nativeSchema()
            ? question.system()
            : question.system() + IN_THE_PROMPT + question.schema();
    List<Message> messages = new ArrayList<>();
    if (facts.system()) {
      messages.add(new SystemMessage(system));
    }
    for (Question.Turn turn : question.turns()) {
      boolean carriesSystem = messages.isEmpty() && !facts.system();
      String text = carriesSystem ? system + "\n\n" + turn.text() : turn.text();
      messages.add(turn.byModel() ? new AssistantMessage(text) : new UserMessage(text));
    }
    return messages;
  }

  private Reply reply(ChatResponse response) {
    Usage usage = response.getMetadata().getUsage();
    Generation result = response.getResult();
    String model = Objects.requireNonNullElse(response.getMetadata().getModel(), "");
    long in = tokens(usage.getPromptTokens());
    long out = tokens(usage.getCompletionTokens());
    if (result == null) {
      return new Reply("", null, named(model), "", in, out);
    }
    String text = Objects.requireNonNullElse(result.getOutput().getText(), "");
    Object refusal = result.getOutput().getMetadata().getOrDefault("refusal", "");
    String finish = Objects.requireNonNullElse(result.getMetadata().getFinishReason(), "");
    return new Reply(
        text,
        refusal.toString().isBlank() ? null : refusal.toString(),
        named(model),
        finish.toLowerCase(java.util.Locale.ROOT),
        in,
        out);
  }

  private String named(String model) {
    return model.isBlank() ? name.model() : model;
  }

  private static long tokens(Integer count) {
    return count == null ? 0 : Math.max(0, count);
  }
}
