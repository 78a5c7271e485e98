package dev.onboarding.adviser.shield;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Takes what is personal out of a prompt and puts it back for people.
///
/// The same value always has the same placeholder within one mask, numbered in the order in which
/// values are met, so that a prompt is the same for the same run. Not for several threads.
public final class Mask {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\s?([A-Z]+)_(\\d+)\\s?}}");
  private static final int LONGEST_SHOWN = 120;
  private static final String NOT_SHOWN = "(not shown)";

  private static final Pattern LEGAL_FORM =
      Pattern.compile(
          "(?i)[,\\s]+(?:inc|llc|ltd|limited|corp|corporation|co|company|plc|gmbh|ag|se|kg|sa|sas|sarl|spa|srl|bv|nv|oy|ab|as|holding|holdings|group)\\.?$");

  private record Known(Kind kind, String value) {}

  private final Map<String, String> placeholders = new LinkedHashMap<>();
  private final Map<String, String> values = new LinkedHashMap<>();
  private final Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
  private final Map<String, Known> known = new LinkedHashMap<>();
  private @Nullable Pattern compiled;

  /// Tells of a value that must be masked wherever it stands.
  public void know(Kind kind, @Nullable String value) {
    if (value == null) {
      return;
    }
    String plain = PlainText.of(value, 1_000);
    learn(kind, plain, plain);
    if (kind == Kind.COMPANY) {
      learn(kind, LEGAL_FORM.matcher(plain).replaceFirst(""), plain);
    }
    if (kind == Kind.PERSON) {
      for (String part : plain.split(" ", -1)) {
        learn(kind, part, plain);
      }
    }
  }

  private void learn(Kind kind, String written, String meant) {
    if (written.length() >= 3) {
      known.putIfAbsent(written.toLowerCase(Locale.ROOT), new Known(kind, meant));
      compiled = null;
    }
  }

  /// The placeholder of a value, whatever it looks like.
  public String whole(Kind kind, String value) {
    return placeholder(kind, PlainText.of(value, 1_000));
  }

  /// The text without what is known or looks personal; harmless as data.
  public String masked(String text, int most) {
    String masked = knownMasked(PlainText.of(text, most));
    boolean digits = masked.codePoints().anyMatch(Character::isDigit);
    for (Detectors.Detector detector : Detectors.ALL) {
      if (detector.mayBeIn(masked, digits)) {
        masked = outsidePlaceholders(masked, detector);
      }
    }
    return masked;
  }

  private String knownMasked(String text) {
    if (known.isEmpty()) {
      return text;
    }
    return pattern().matcher(text).replaceAll(match -> Matcher.quoteReplacement(of(match)));
  }

  private String of(MatchResult match) {
    Known found = known.get(match.group().toLowerCase(Locale.ROOT));
    return found == null ? NOT_SHOWN : placeholder(found.kind(), found.value());
  }

  /// All that is known in one expression, the longest first.
  private Pattern pattern() {
    Pattern pattern = compiled;
    if (pattern == null) {
      List<String> longestFirst = new ArrayList<>(known.keySet());
      longestFirst.sort(Comparator.comparingInt(String::length).reversed());
      List<String> quoted = longestFirst.stream().map(Mask::word).toList();
      pattern =
          Pattern.compile(
              String.join("|", quoted), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
      compiled = pattern;
    }
    return pattern;
  }

  private static String word(String value) {
    String start = Character.isLetterOrDigit(value.codePointAt(0)) ? "(?<![\\p{L}\\d])" : "";
    String end =
        Character.isLetterOrDigit(value.codePointBefore(value.length())) ? "(?![\\p{L}\\d])" : "";
    return start + Pattern.quote(value) + end;
  }

  private String outsidePlaceholders(String text, Detectors.Detector detector) {
    Matcher matcher = detector.pattern().matcher(text);
    if (!matcher.find()) {
      return text;
    }
    var masked = new StringBuilder();
    int done = 0;
    do {
      int group = matcher.groupCount() > 0 && matcher.group(1) != null ? 1 : 0;
      String found = matcher.group(group);
      if (!found.contains("{{") && !found.contains("}}")) {
        masked.append(text, done, matcher.start(group)).append(placeholder(detector.kind(), found));
        done = matcher.end(group);
      }
    } while (matcher.find());
    return masked.append(text, done, text.length()).toString();
  }

  private String placeholder(Kind kind, String value) {
    return placeholders.computeIfAbsent(
        kind + " " + value.toLowerCase(Locale.ROOT),
        key -> {
          String made = "{{%s_%d}}".formatted(kind, counts.merge(kind, 1, Integer::sum));
          values.put(made, value);
          return made;
        });
  }

  /// The text as people read it. What a placeholder stands for is shown harmless; a link of others
  /// is never shown again, and neither is a placeholder that does not exist.
  public String restored(String text) {
    return PLACEHOLDER
        .matcher(text)
        .replaceAll(match ->
            Matcher.quoteReplacement(shown("{{%s_%s}}".formatted(match.group(1), match.group(2)))));
  }

  private String shown(String placeholder) {
    String value = values.get(placeholder);
    if (value == null || placeholder.startsWith("{{LINK_")) {
      return NOT_SHOWN;
    }
    boolean reaches = placeholder.startsWith("{{EMAIL_");
    return reaches || !Links.in(value)
        ? PlainText.of(Markup.without(value), LONGEST_SHOWN)
        : NOT_SHOWN;
  }

  /// Whether a placeholder stands in the text that this mask has not made.
  public boolean holdsForeignPlaceholder(String text) {
    return PLACEHOLDER
        .matcher(text)
        .results()
        .anyMatch(
            match -> !values.containsKey("{{%s_%s}}".formatted(match.group(1), match.group(2))));
  }

  /// What was taken out, for tests and for the record of how much it was.
  public int size() {
    return values.size();
  }
}
