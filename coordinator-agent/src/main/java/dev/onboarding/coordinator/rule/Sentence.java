package dev.onboarding.coordinator.rule;

import dev.onboarding.model.finding.Assessment.Outcome;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A text of a row with names in braces, filled from the record that the row fired on and from the
/// run's context.
record Sentence(String template, FactSource source) {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)}");

  /// Names in braces that the source does not have.
  List<String> unknownNames() {
    return PLACEHOLDER
        .matcher(template)
        .results()
        .map(match -> match.group(1))
        .filter(name -> readable(name).isEmpty())
        .toList();
  }

  String filledFrom(Subject subject) {
    return PLACEHOLDER
        .matcher(template)
        .replaceAll(match -> Matcher.quoteReplacement(value(match, subject)));
  }

  private String value(MatchResult match, Subject subject) {
    String name = match.group(1);
    Record holder = source.readable(name).isPresent() ? subject.record() : subject.context();
    return readable(name)
        .map(reader -> shown(reader.raw(holder), reader.unit()))
        .orElseGet(match::group);
  }

  private Optional<FactReader> readable(String name) {
    return source.readable(name).or(() -> FactSource.RUN.readable(name));
  }

  private static String shown(@Nullable Object value, String unit) {
    return switch (value) {
      case null -> "not given";
      case Double share when unit.equals("share") -> FactText.percent(share);
      case Boolean flag -> flag ? "yes" : "no";
      case Outcome outcome -> words(outcome);
      case Enum<?> constant -> words(constant);
      case LocalDate day -> day.toString();
      default -> value.toString();
    };
  }

  private static String words(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
