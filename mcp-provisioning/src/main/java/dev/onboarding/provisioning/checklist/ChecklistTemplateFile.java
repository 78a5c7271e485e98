package dev.onboarding.provisioning.checklist;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.springframework.core.io.Resource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

/// Reads the checklist template from its one file; a key nobody knows is an error, so a misspelt
/// one cannot pass.
final class ChecklistTemplateFile {

  private ChecklistTemplateFile() {}

  static ChecklistTemplate read(Resource file) {
    try (InputStream in = file.getInputStream()) {
      Object document = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
      return strictMapper().convertValue(document, ChecklistTemplate.class);
    } catch (IOException e) {
      throw new UncheckedIOException("the checklist template %s cannot be read".formatted(file), e);
    }
  }

  private static JsonMapper strictMapper() {
    return JsonMapper.builder()
        .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
        .enable(EnumFeature.READ_ENUMS_USING_TO_STRING)
        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
        .build();
  }
}
