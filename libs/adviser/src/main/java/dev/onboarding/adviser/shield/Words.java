package dev.onboarding.adviser.shield;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// Lists of words that come with the library, one or more to a line, `#` for remarks.
final class Words {

  private Words() {}

  static Set<String> everyday() {
    return of("/adviser/everyday-words.txt");
  }

  static Set<String> of(String resource) {
    try (InputStream stream = Words.class.getResourceAsStream(resource)) {
      if (stream == null) {
        throw new IllegalStateException(resource + " is not on the classpath");
      }
      return new String(stream.readAllBytes(), UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .flatMap(line -> Arrays.stream(line.split("\\s+")))
          .filter(word -> !word.isEmpty())
          .map(word -> word.toLowerCase(Locale.ROOT))
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String base(String word) {
    return word.toLowerCase(Locale.ROOT).replaceAll("['’]s$", "");
  }
}
