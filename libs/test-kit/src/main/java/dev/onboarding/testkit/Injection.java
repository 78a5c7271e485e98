package dev.onboarding.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// One attack on a prompt, planted where data of customers comes from.
///
/// @param field `account_name`, `terms`, `invoice_memo` or `owner_title`
/// @param language of the text, as a tag
/// @param attempts what it tries, in one word
public record Injection(String id, String field, String language, String attempts, String text) {

  private record Corpus(List<Injection> cases) {}

  /// Every attack of the corpus.
  public static List<Injection> all() {
    try (InputStream stream = Injection.class.getResourceAsStream("/injections.yaml")) {
      return List.copyOf(new YAMLMapper().readValue(stream, Corpus.class).cases());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return id + " " + field + " " + language + " " + attempts;
  }
}
