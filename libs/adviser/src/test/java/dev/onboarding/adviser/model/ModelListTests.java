package dev.onboarding.adviser.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelListTests {

  @ParameterizedTest
  @CsvSource({
    "openai, openai:gpt-4o-mini",
    "openai:gpt-4o-mini-2024-07-18, openai:gpt-4o-mini",
    "openai:gpt-4o-2024-08-06, openai:gpt-4o",
    "bedrock:eu.anthropic.claude-3-haiku-20240307-v1:0, bedrock:anthropic.claude-3-haiku",
    "bedrock:amazon.titan-text-express-v1, bedrock:amazon.titan-text-express"
  })
  void findsAModelWhateverItsVersionOrRegion(String written, String row) {
    ModelName name = ModelName.parse(written, "gpt-4o-mini", "none");

    assertThat(ModelList.read(null).find(name)).map(ModelFacts::model).contains(row);
  }

  @Test
  void takesNoModelForAnother() {
    ModelName name = ModelName.parse("openai:gpt-4omni", "", "");

    assertThat(ModelList.read("").find(name)).isEmpty();
  }

  @Test
  void namesTheRowThatIsIncomplete(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("prices.yaml");
    Files.writeString(file, "models:\n  - {model: \"openai:x\", input: 1}\n");

    assertThatThrownBy(() -> ModelList.read(file.toString()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("openai:x");
  }

  @Test
  void namesTheProviderThatIsNone() {
    assertThatThrownBy(() -> ModelName.parse("vertex:x", "", ""))
        .hasMessageContaining("'vertex:x'");
  }
}
