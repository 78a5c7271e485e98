package dev.onboarding.adviser.shield;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Whether every number, name and link of a text exists in the evidence.
///
/// A name is a capitalised word inside a sentence, or a run of them anywhere, that neither the
/// evidence nor everyday office English knows. The check cannot tell whether a sentence is true; it
/// tells whether what it speaks of exists.
///
/// @param numbers not in the evidence
/// @param names not in the evidence
/// @param links no link of a model's is ever borne out: the evidence a model sees holds none
public record Grounding(List<String> numbers, List<String> names, List<String> links) {

  private static final Pattern PLACEHOLDERS = Pattern.compile("\\{\\{[A-Z]+_\\d+}}");
  private static final Pattern SENTENCE_START = Pattern.compile("(?:^|[.!?:;]\\s+|[-•]\\s+)$");

  /// Words that stand capitalised in plain business English and name nobody.
  private static final Set<String> EVERYDAY = Words.everyday();

  public Grounding {
    numbers = List.copyOf(numbers);
    names = List.copyOf(names);
    links = List.copyOf(links);
  }

  /// @param text of a model, with its placeholders
  public static Grounding of(String text, Evidence evidence) {
    String bare = PLACEHOLDERS.matcher(text).replaceAll("\u0001");
    List<String> numbers =
        Evidence.NUMBER
            .matcher(bare)
            .results()
            .map(MatchResult::group)
            .filter(number -> !evidence.holdsNumber(number))
            .toList();
    List<String> links = Links.in(bare) ? List.of(bare) : List.of();
    return new Grounding(numbers, names(bare, evidence), links);
  }

  private static List<String> names(String text, Evidence evidence) {
    Set<String> found = new HashSet<>();
    List<String> names = new ArrayList<>();
    for (MatchResult word : Evidence.WORD.matcher(text).results().toList()) {
      if (isName(word, text) && !isKnown(word.group(), evidence) && found.add(word.group())) {
        names.add(word.group());
      }
    }
    return names;
  }

  private static boolean isName(MatchResult word, String text) {
    if (!Character.isUpperCase(word.group().codePointAt(0)) || word.group().length() < 2) {
      return false;
    }
    boolean starts =
        SENTENCE_START.matcher(text.substring(Math.max(0, word.start() - 4), word.start())).find()
            || word.start() == 0;
    return !starts || capitalFollows(text, word.end());
  }

  private static boolean capitalFollows(String text, int end) {
    return end + 1 < text.length()
        && text.charAt(end) == ' '
        && Character.isUpperCase(text.charAt(end + 1));
  }

  private static boolean isKnown(String word, Evidence evidence) {
    return EVERYDAY.contains(Words.base(word)) || evidence.holdsWord(word);
  }

  public boolean holds() {
    return numbers.isEmpty() && names.isEmpty() && links.isEmpty();
  }
}
