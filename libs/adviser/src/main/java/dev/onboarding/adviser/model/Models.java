package dev.onboarding.adviser.model;

import dev.onboarding.model.secret.SecretSource;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/// Every model that can be asked, by name; a provider's client is made when it is first needed.
public final class Models implements AutoCloseable {

  private final Access access;
  private final ModelList list;
  private final Clock clock;
  private @Nullable OpenAi openAi;
  private @Nullable Bedrock bedrock;

  /// Where the providers are and as whom they are asked.
  ///
  /// @param bedrockModel blank when Bedrock is not to be asked
  /// @param credentials null for AWS's default chain
  /// @param patience the longest time any call may take
  public record Access(
      SecretSource openAiKey,
      URI openAiBase,
      String bedrockModel,
      String region,
      @Nullable URI endpoint,
      @Nullable AwsCredentialsProvider credentials,
      Duration patience) {}

  public Models(Access access, ModelList list, Clock clock) {
    this.access = access;
    this.list = list;
    this.clock = clock;
  }

  /// Empty when the price list does not know the model.
  public Optional<Model> of(ModelName name) {
    return list.find(name)
        .map(facts ->
            switch (name.provider()) {
              case OPENAI -> openAi().model(name, facts);
              case BEDROCK -> bedrock().model(name, facts);
            });
  }

  /// Whether the provider was configured at all; one that was not is passed over without a word.
  public boolean isConfigured(ModelName name) {
    return switch (name.provider()) {
      case OPENAI -> !access.openAiKey().isMissing();
      case BEDROCK -> !name.model().isBlank();
    };
  }

  private synchronized OpenAi openAi() {
    OpenAi made = openAi;
    if (made == null) {
      made = new OpenAi(access.openAiKey(), access.openAiBase(), access.patience(), clock);
      openAi = made;
    }
    return made;
  }

  private synchronized Bedrock bedrock() {
    Bedrock made = bedrock;
    if (made == null) {
      made =
          new Bedrock(access.region(), access.endpoint(), access.credentials(), access.patience());
      bedrock = made;
    }
    return made;
  }

  @Override
  public synchronized void close() {
    if (bedrock != null) {
      bedrock.close();
    }
  }
}
