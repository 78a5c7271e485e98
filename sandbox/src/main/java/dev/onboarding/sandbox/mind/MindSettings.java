package dev.onboarding.sandbox.mind;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Who may ask which models.
///
/// @param openaiModels as OpenAI calls them; a dated name of one is known as well
/// @param bedrockModels the beginning of the ids, without a region
/// @param nativeSchema those of Bedrock that take a schema beside the prompt
/// @param withoutSystem those of Bedrock that take no system prompt
@ConfigurationProperties("sandbox.mind")
public record MindSettings(
    @DefaultValue("sk-sandbox") String openaiKey,
    @DefaultValue({"gpt-4o-mini", "gpt-4o", "gpt-4.1-nano", "gpt-4.1-mini", "gpt-4.1"})
        List<String> openaiModels,
    @DefaultValue("AKIASANDBOX") String awsAccessKey,
    @DefaultValue({"anthropic.claude-", "meta.llama3-", "amazon.titan-text-"})
        List<String> bedrockModels,
    @DefaultValue({"anthropic.claude-haiku-4-5", "anthropic.claude-sonnet-4-5"})
        List<String> nativeSchema,
    @DefaultValue("amazon.titan-text-") List<String> withoutSystem) {

  public MindSettings {
    openaiModels = List.copyOf(openaiModels);
    bedrockModels = List.copyOf(bedrockModels);
    nativeSchema = List.copyOf(nativeSchema);
    withoutSystem = List.copyOf(withoutSystem);
  }
}
