package dev.onboarding.adviser.shield;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// What a text may rest on: the numbers and words of everything a model was shown.
public final class Evidence {

  static final Pattern NUMBER = Pattern.compile("(?<![\\p{L}\\d_])\\d+(?:[.,]\\d+)*");
  static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}'’-]*");

  private final Set<BigDecimal> numbers = new HashSet<>();
  private final Set<String> words = new HashSet<>();

  private Evidence() {}

  /// @param texts as they were sent, masked
  public static Evidence of(Iterable<String> texts) {
    var evidence = new Evidence();
    texts.forEach(evidence::add);
    return evidence;
  }

  private void add(String text) {
    NUMBER
        .matcher(text)
        .results()
        .forEach(match -> {
          numbers.addAll(readings(match.group()));
          for (String part : match.group().split("[.,]", -1)) {
            numbers.addAll(readings(part));
          }
        });
    WORD.matcher(text)
        .results()
        .forEach(match -> words.add(match.group().toLowerCase(Locale.ROOT)));
  }

  boolean holdsNumber(String written) {
    return readings(written).stream().anyMatch(numbers::contains);
  }

  boolean holdsWord(String word) {
    String lower = word.toLowerCase(Locale.ROOT).replaceAll("['’]s$", "");
    return words.contains(lower)
        || words.contains(lower + "s")
        || (lower.endsWith("s") && words.contains(lower.substring(0, lower.length() - 1)));
  }

  /// `1,200.50` means one thing, `1.200` may mean two.
  private static Set<BigDecimal> readings(String written) {
    Set<BigDecimal> readings = new HashSet<>();
    String english = written.replace(",", "");
    if (english.matches("\\d{1,18}(?:\\.\\d{1,9})?")) {
      readings.add(new BigDecimal(english).stripTrailingZeros());
    }
    String continental = written.replace(".", "").replace(',', '.');
    if (continental.matches("\\d{1,18}(?:\\.\\d{1,9})?")) {
      readings.add(new BigDecimal(continental).stripTrailingZeros());
    }
    return readings;
  }
}
