package dev.onboarding.adviser.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.chat.messages.AssistantMessage;
import org.springframework.ai.chat.messages.MessageType;
import org.springframework.ai.chat.metadata.ChatGenerationMetadata;
import org.springframework.ai.chat.metadata.ChatResponseMetadata;
import org.springframework.ai.chat.metadata.DefaultUsage;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.model.Generation;
import org.springframework.ai.chat.prompt.ChatOptions;
import org.springframework.ai.chat.prompt.Prompt;
import org.springframework.ai.model.tool.StructuredOutputChatOptions;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;
import software.amazon.awssdk.services.bedrockruntime.model.ContentBlock;
import software.amazon.awssdk.services.bedrockruntime.model.ConversationRole;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseRequest;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseResponse;
import software.amazon.awssdk.services.bedrockruntime.model.InferenceConfiguration;
import software.amazon.awssdk.services.bedrockruntime.model.Message;
import software.amazon.awssdk.services.bedrockruntime.model.OutputConfig;
import software.amazon.awssdk.services.bedrockruntime.model.OutputFormatStructure;
import software.amazon.awssdk.services.bedrockruntime.model.OutputFormatType;
import software.amazon.awssdk.services.bedrockruntime.model.SystemContentBlock;

/// Bedrock's Converse as a chat model of Spring AI: text in, text out, with a JSON schema where the
/// options carry one. Stands in until Spring AI's own can be had; swapping it is one line.
final class ConverseChatModel implements ChatModel {

  private final BedrockRuntimeClient client;

  ConverseChatModel(BedrockRuntimeClient client) {
    this.client = client;
  }

  @Override
  public ChatResponse call(Prompt prompt) {
    ConverseResponse response = client.converse(request(prompt));
    String text =
        response.output() == null || response.output().message() == null
            ? ""
            : text(response.output().message().content());
    var usage = response.usage();
    return new ChatResponse(
        List.of(
            new Generation(
                new AssistantMessage(text),
                ChatGenerationMetadata.builder()
                    .finishReason(Optional.ofNullable(response.stopReasonAsString()).orElse(""))
                    .build())),
        ChatResponseMetadata.builder()
            .model(model(prompt))
            .usage(
                usage == null
                    ? new DefaultUsage(0, 0)
                    : new DefaultUsage(usage.inputTokens(), usage.outputTokens()))
            .build());
  }

  private static ConverseRequest request(Prompt prompt) {
    List<Message> turns =
        prompt.getInstructions().stream()
            .filter(message -> message.getMessageType() != MessageType.SYSTEM)
            .map(ConverseChatModel::turn)
            .toList();
    List<SystemContentBlock> system =
        prompt.getInstructions().stream()
            .filter(message -> message.getMessageType() == MessageType.SYSTEM)
            .map(message -> SystemContentBlock.fromText(text(message)))
            .toList();
    var request =
        ConverseRequest.builder()
            .modelId(model(prompt))
            .messages(turns)
            .inferenceConfig(inference(prompt.getOptions()));
    if (!system.isEmpty()) {
      request.system(system);
    }
    OutputConfig output = output(prompt.getOptions());
    return (output == null ? request : request.outputConfig(output)).build();
  }

  private static Message turn(org.springframework.ai.chat.messages.Message message) {
    return Message.builder()
        .role(
            message.getMessageType() == MessageType.ASSISTANT
                ? ConversationRole.ASSISTANT
                : ConversationRole.USER)
        .content(ContentBlock.fromText(text(message)))
        .build();
  }

  private static String text(org.springframework.ai.chat.messages.Message message) {
    return Optional.ofNullable(message.getText()).orElse("");
  }

  private static String text(List<ContentBlock> blocks) {
    var text = new StringBuilder();
    blocks.stream()
        .map(ContentBlock::text)
        .filter(java.util.Objects::nonNull)
        .forEach(text::append);
    return text.toString();
  }

  private static String model(Prompt prompt) {
    ChatOptions options = prompt.getOptions();
    return options == null || options.getModel() == null ? "" : options.getModel();
  }

  private static InferenceConfiguration inference(@Nullable ChatOptions options) {
    var inference = InferenceConfiguration.builder();
    if (options != null && options.getMaxTokens() != null) {
      inference.maxTokens(options.getMaxTokens());
    }
    if (options != null && options.getTemperature() != null) {
      inference.temperature(options.getTemperature().floatValue());
    }
    return inference.build();
  }

  private static @Nullable OutputConfig output(@Nullable ChatOptions options) {
    if (!(options instanceof StructuredOutputChatOptions structured)
        || structured.getOutputSchema() == null) {
      return null;
    }
    return OutputConfig.builder()
        .textFormat(format ->
            format
                .type(OutputFormatType.JSON_SCHEMA)
                .structure(
                    OutputFormatStructure.fromJsonSchema(
                        schema -> schema.name("answer").schema(structured.getOutputSchema()))))
        .build();
  }

  /// For whoever prints it: nothing of the client.
  @Override
  public String toString() {
    return Map.of("converse", "bedrock").toString();
  }
}
