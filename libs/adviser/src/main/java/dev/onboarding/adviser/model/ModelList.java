package dev.onboarding.adviser.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// The price list: every model that may be asked, with what it costs and can do.
public final class ModelList {

  private static final Pattern REGION =
      Pattern.compile("^bedrock:(?:us|eu|apac|us-gov|global|jp|au)\\.");
  private static final Pattern VERSION = Pattern.compile("(?:[-:@].*)?");

  private final List<ModelFacts> models;

  private ModelList(List<ModelFacts> models) {
    this.models =
        models.stream()
            .sorted(Comparator.comparingInt((ModelFacts each) -> each.model().length()).reversed())
            .toList();
  }

  /// @param file null or blank for the list that comes with the library
  /// @throws IllegalArgumentException when the file cannot be read or a row is incomplete
  public static ModelList read(@Nullable String file) {
    if (file == null || file.isBlank()) {
      try (InputStream stream = ModelList.class.getResourceAsStream("/adviser/models.yaml")) {
        return parse("the shipped price list", new YAMLMapper().readTree(stream));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    try {
      return parse(file, new YAMLMapper().readTree(Files.readString(Path.of(file))));
    } catch (IOException | JacksonException e) {
      throw new IllegalArgumentException(
          "The price list %s cannot be read; correct onboarding.adviser.prices".formatted(file), e);
    }
  }

  private static ModelList parse(String name, JsonNode file) {
    List<ModelFacts> models = new ArrayList<>();
    for (JsonNode row : file.path("models")) {
      String model = row.path("model").asString("");
      if (!model.contains(":") || !row.path("input").isNumber() || !row.path("output").isNumber()) {
        throw new IllegalArgumentException(
            "%s: a row needs model (provider:name), input and output, not %s".formatted(name, row));
      }
      models.add(
          new ModelFacts(
              model,
              price(row, "input"),
              price(row, "output"),
              row.path("native_schema").asBoolean(false),
              row.path("system").asBoolean(true),
              row.path("temperature").asBoolean(true)));
    }
    return new ModelList(models);
  }

  private static BigDecimal price(JsonNode row, String column) {
    return row.path(column).decimalValue();
  }

  /// The row of a model: its own name, or that name before a version such as `-2024-07-18` or
  /// `-v1:0`. A Bedrock id may begin with a region, such as `eu.`.
  public Optional<ModelFacts> find(ModelName name) {
    String written = REGION.matcher(name.toString()).replaceFirst("bedrock:");
    return models.stream()
        .filter(each -> written.startsWith(each.model()))
        .filter(each -> VERSION.matcher(written.substring(each.model().length())).matches())
        .findFirst();
  }
}
