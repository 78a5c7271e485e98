package dev.onboarding.adviser;

import dev.onboarding.adviser.ask.BreakerSettings;
import dev.onboarding.adviser.budget.BudgetLimits;
import dev.onboarding.adviser.task.AdviceTask;
import dev.onboarding.model.secret.Secret;
import dev.onboarding.model.secret.SecretSource;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Which models are asked for advice, in which order, and what that may take.
///
/// A model is named `openai` or `bedrock` for the model configured there, or with a model of its
/// own, for example `openai:gpt-4.1`. Providers that are not configured are passed over; behind the
/// last model stands the fallback. Nothing configured means the fallback alone.
///
/// @param chain the models in order, for every task that has no chain of its own
/// @param tasks the models in order by task; an empty list means the fallback
/// @param deadline for one piece of advice, all models and the repair included
/// @param prices a file that replaces the shipped price list; absent for the shipped one
@ConfigurationProperties(prefix = "onboarding.adviser", ignoreUnknownFields = false)
public record AdviserSettings(
    @DefaultValue OpenAi openai,
    @DefaultValue Bedrock bedrock,
    @DefaultValue({"openai", "bedrock"}) List<String> chain,
    @DefaultValue Map<AdviceTask, List<String>> tasks,
    @DefaultValue("8s") Duration deadline,
    @DefaultValue BudgetLimits budget,
    @DefaultValue BreakerSettings breaker,
    @DefaultValue Tracing tracing,
    @Nullable String prices) {

  public AdviserSettings {
    chain = List.copyOf(chain);
    tasks = Map.copyOf(tasks);
    require(
        deadline.isPositive() && deadline.compareTo(Duration.ofMinutes(2)) <= 0,
        "deadline must be above 0 and at most 2 minutes");
  }

  /// The models for one task, in order.
  public List<String> chain(AdviceTask task) {
    return tasks.getOrDefault(task, chain);
  }

  /// OpenAI, or what speaks its wire. Without a key it is not asked.
  ///
  /// @param baseUrl ends in `/v1`
  public record OpenAi(
      @Nullable Secret apiKey,
      @Nullable String apiKeyFile,
      @DefaultValue("https://api.openai.com/v1") URI baseUrl,
      @DefaultValue("gpt-4o-mini") String model) {

    public SecretSource key() {
      return new SecretSource("OPENAI_API_KEY", apiKey, apiKeyFile);
    }
  }

  /// AWS Bedrock, with the credentials that AWS's default chain finds. Without a model it is not
  /// asked.
  ///
  /// @param model id of a model or of an inference profile; blank for none
  /// @param endpoint a private link or another address; absent for the region's own
  public record Bedrock(
      @DefaultValue("") String model,
      @DefaultValue("us-east-1") String region,
      @Nullable URI endpoint) {}

  /// @param contents whether the masked prompt and answer are written into traces
  public record Tracing(@DefaultValue("false") boolean contents) {}

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException("onboarding.adviser." + otherwise);
    }
  }
}
