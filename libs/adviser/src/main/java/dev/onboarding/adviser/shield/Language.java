package dev.onboarding.adviser.shield;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;

/// Whether a text is English, by its letters and by the small words that every sentence needs.
/// Short texts are judged by their letters alone.
public final class Language {

  private static final int LEAST_WORDS = 6;
  private static final double MOST_FOREIGN_LETTERS = 0.2;

  private static final Set<String> ENGLISH =
      Set.of(
          "the", "a", "an", "and", "or", "of", "to", "in", "is", "are", "was", "be", "has", "have",
          "not", "no", "for", "with", "by", "on", "at", "as", "that", "this", "it", "must", "will",
          "can", "before", "until", "been", "from", "its");

  private static final Map<String, Set<String>> OTHERS =
      Map.of(
          "de",
              Set.of(
                  "der", "die", "das", "und", "ist", "nicht", "ein", "eine", "mit", "von", "zu",
                  "auf", "wird", "den", "dem", "für", "sind", "noch", "bevor"),
          "fr",
              Set.of(
                  "le", "la", "les", "et", "est", "des", "une", "un", "pas", "pour", "avec", "du",
                  "dans", "que", "qui", "sont", "être", "ne"),
          "es",
              Set.of(
                  "el", "los", "las", "y", "es", "una", "un", "no", "para", "con", "del", "que",
                  "está", "por", "se", "debe"),
          "it",
              Set.of(
                  "il", "gli", "e", "è", "una", "un", "non", "per", "con", "del", "della", "che",
                  "sono", "deve"),
          "pt",
              Set.of(
                  "o", "os", "as", "e", "é", "uma", "um", "não", "para", "com", "do", "da", "que",
                  "está", "deve"),
          "nl",
              Set.of(
                  "de", "het", "een", "en", "is", "niet", "met", "van", "voor", "zijn", "moet",
                  "wordt", "op"));

  private Language() {}

  public static boolean isEnglish(String text) {
    return lettersAreLatin(text) && wordsAreEnglish(text);
  }

  private static boolean lettersAreLatin(String text) {
    long letters = text.codePoints().filter(Character::isLetter).count();
    long foreign =
        text.codePoints()
            .filter(Character::isLetter)
            .filter(point -> Character.UnicodeScript.of(point) != Character.UnicodeScript.LATIN)
            .count();
    return foreign <= letters * MOST_FOREIGN_LETTERS;
  }

  private static boolean wordsAreEnglish(String text) {
    var words =
        Evidence.WORD
            .matcher(text)
            .results()
            .map(MatchResult::group)
            .map(word -> word.toLowerCase(Locale.ROOT))
            .toList();
    if (words.size() < LEAST_WORDS) {
      return true;
    }
    long english = words.stream().filter(ENGLISH::contains).count();
    long other =
        OTHERS.values().stream()
            .mapToLong(small -> words.stream().filter(small::contains).count())
            .max()
            .orElse(0);
    return english >= other;
  }
}
