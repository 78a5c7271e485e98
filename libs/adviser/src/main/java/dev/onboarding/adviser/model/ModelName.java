package dev.onboarding.adviser.model;

import java.util.Locale;

/// A provider and one of its models, written `openai:gpt-4o-mini`.
public record ModelName(Provider provider, String model) {

  /// Who runs a model.
  public enum Provider {
    OPENAI,
    BEDROCK;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// Reads `openai`, `openai:gpt-4.1`, `bedrock` or `bedrock:` and an id, which may hold colons.
  ///
  /// @param openai the model meant where only the provider is named
  /// @param bedrock the same
  /// @throws IllegalArgumentException when the provider is not known
  public static ModelName parse(String written, String openai, String bedrock) {
    String[] parts = written.strip().split(":", 2);
    String model = parts.length == 2 ? parts[1].strip() : "";
    return switch (parts[0].toLowerCase(Locale.ROOT)) {
      case "openai" -> new ModelName(Provider.OPENAI, model.isEmpty() ? openai : model);
      case "bedrock" -> new ModelName(Provider.BEDROCK, model.isEmpty() ? bedrock : model);
      default ->
          throw new IllegalArgumentException(
              "'%s' names no provider of models: write openai or bedrock, with or without ':MODEL'"
                  .formatted(written));
    };
  }

  @Override
  public String toString() {
    return provider + ":" + model;
  }
}
