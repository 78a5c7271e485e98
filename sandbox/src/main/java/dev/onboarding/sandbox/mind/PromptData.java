package dev.onboarding.sandbox.mind;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a prompt says, as far as it says it in lines of `name: value`.
record PromptData(List<Line> lines, String text) {

  private static final Pattern LINE = Pattern.compile("^([\\w .-]{1,60}): (.+)$");

  record Line(String name, String value) {

    /// Whether it is a sentence that someone wrote, not a word of a fixed set.
    boolean isProse() {
      return value.contains(" ") && value.length() > 12;
    }
  }

  static PromptData of(String text) {
    List<Line> lines = new ArrayList<>();
    for (String written : text.split("\n", -1)) {
      Matcher matcher = LINE.matcher(written.strip());
      if (matcher.matches()) {
        lines.add(new Line(matcher.group(1), unquoted(matcher.group(2))));
      }
    }
    return new PromptData(List.copyOf(lines), text);
  }

  private static String unquoted(String value) {
    return value.length() > 1 && value.startsWith("\"") && value.endsWith("\"")
        ? value.substring(1, value.length() - 1)
        : value;
  }

  /// The value of the line that is called, or ends with, what a property is called.
  Optional<String> named(String property) {
    String name = property.replace('_', ' ').toLowerCase(Locale.ROOT);
    return lines.stream()
        .filter(line -> line.name().toLowerCase(Locale.ROOT).endsWith(name))
        .map(Line::value)
        .findFirst();
  }

  /// All values of lines whose name ends with a word.
  List<String> ending(String word) {
    return lines.stream()
        .filter(line -> line.name().toLowerCase(Locale.ROOT).endsWith(word))
        .map(Line::value)
        .toList();
  }

  List<String> prose() {
    List<String> told = ending("says");
    return told.isEmpty() ? lines.stream().filter(Line::isProse).map(Line::value).toList() : told;
  }

  boolean mentions(String word) {
    return text.toLowerCase(Locale.ROOT).contains(word);
  }
}
