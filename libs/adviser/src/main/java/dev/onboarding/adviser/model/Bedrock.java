package dev.onboarding.adviser.model;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.ai.chat.prompt.ChatOptions;
import org.springframework.ai.model.tool.StructuredOutputChatOptions;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;
import software.amazon.awssdk.services.bedrockruntime.model.BedrockRuntimeException;

/// Bedrock in one region, with the credentials of AWS's default chain unless others are handed in.
final class Bedrock implements AutoCloseable {

  private final BedrockRuntimeClient client;
  private final ChatModel chat;
  private final URI address;

  /// @param endpoint null for the region's own
  /// @param credentials null for AWS's default chain
  /// @param patience the longest time any call may take
  Bedrock(
      String region,
      @Nullable URI endpoint,
      @Nullable AwsCredentialsProvider credentials,
      Duration patience) {
    var builder =
        BedrockRuntimeClient.builder()
            .region(Region.of(region))
            .httpClientBuilder(
                UrlConnectionHttpClient.builder()
                    .socketTimeout(patience)
                    .connectionTimeout(patience))
            .overrideConfiguration(override ->
                override.apiCallTimeout(patience).retryStrategy(DefaultRetryStrategy.doNotRetry()));
    if (endpoint != null) {
      builder.endpointOverride(endpoint);
    }
    if (credentials != null) {
      builder.credentialsProvider(credentials);
    }
    this.client = builder.build();
    this.chat = new ConverseChatModel(client);
    this.address =
        endpoint == null
            ? URI.create("https://bedrock-runtime.%s.amazonaws.com".formatted(region))
            : endpoint;
  }

  Model model(ModelName name, ModelFacts facts) {
    return new SpringModel(
        name,
        facts,
        address,
        () -> Optional.of(chat),
        (known, asked) -> options(name, known, asked),
        Bedrock::failure);
  }

  private static ChatOptions options(ModelName name, ModelFacts facts, Question question) {
    var options = StructuredOutputChatOptions.builder();
    options.model(name.model());
    options.maxTokens(question.mostTokens());
    if (facts.temperature()) {
      options.temperature(0.0);
    }
    if (facts.nativeSchema()) {
      options.outputSchema(question.schema());
    }
    return options.build();
  }

  private static ModelFailure failure(RuntimeException thrown) {
    return switch (thrown) {
      case BedrockRuntimeException refused -> {
        String code =
            refused.awsErrorDetails() == null ? "" : refused.awsErrorDetails().errorCode();
        yield ModelFailure.ofStatus(refused.statusCode(), code == null ? "" : code);
      }
      case ApiCallTimeoutException _ -> slow();
      case ApiCallAttemptTimeoutException _ -> slow();
      case SdkClientException client when OpenAi.causedByTime(client) -> slow();
      case SdkClientException client
          when String.valueOf(client.getMessage()).contains("credentials") ->
          new ModelFailure(ModelFailure.Kind.NOT_ALLOWED, "AWS credentials were not found");
      default ->
          new ModelFailure(
              ModelFailure.Kind.UNREACHABLE, "unreadable: " + thrown.getClass().getSimpleName());
    };
  }

  private static ModelFailure slow() {
    return new ModelFailure(ModelFailure.Kind.TOO_SLOW, "no answer in time");
  }

  @Override
  public void close() {
    client.close();
  }
}
