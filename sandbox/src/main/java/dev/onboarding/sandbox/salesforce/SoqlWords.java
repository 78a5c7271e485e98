package dev.onboarding.sandbox.salesforce;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The words of a query, read one after another.
final class SoqlWords {

  private static final Pattern WORD =
      Pattern.compile(
          """
          \\s*(?:(?<text>'(?:[^'\\\\]|\\\\.)*')\
          |(?<datetime>\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)?(?:Z|[+-]\\d\\d:?\\d\\d))\
          |(?<date>\\d{4}-\\d\\d-\\d\\d)\
          |(?<number>[+-]?\\d+(?:\\.\\d+)?)\
          |(?<name>[A-Za-z][A-Za-z0-9_.]*(?::\\d+)?)\
          |(?<symbol><=|>=|!=|<>|[=<>(),]))\
          """);

  /// One word and what kind it is: text, datetime, date, number, name or symbol.
  record Word(String kind, String text, int column) {}

  private final List<Word> words = new ArrayList<>();
  private int next;

  SoqlWords(String query) {
    Matcher matcher = WORD.matcher(query);
    int at = 0;
    while (at < query.length()) {
      if (query.substring(at).isBlank()) {
        break;
      }
      if (!matcher.find(at) || matcher.start() != at) {
        throw SalesforceProblem.malformedQuery(
            "line 1:%d no viable alternative at character '%s'".formatted(at, query.charAt(at)));
      }
      words.add(word(matcher));
      at = matcher.end();
    }
  }

  boolean done() {
    return next >= words.size();
  }

  /// Takes the next word when it is this keyword or symbol.
  boolean took(String expected) {
    Word word = peek();
    boolean same =
        word != null && !word.kind().equals("text") && word.text().equalsIgnoreCase(expected);
    if (same) {
      next++;
    }
    return same;
  }

  void take(String expected) {
    if (!took(expected)) {
      throw unexpected();
    }
  }

  Word take() {
    Word word = peek();
    if (word == null) {
      throw SalesforceProblem.malformedQuery("unexpected token: <EOF>");
    }
    next++;
    return word;
  }

  String takeName() {
    Word word = peek();
    if (word == null || !word.kind().equals("name")) {
      throw unexpected();
    }
    return take().text();
  }

  int takeCount() {
    Word word = peek();
    if (word == null || !word.text().matches("\\d{1,9}")) {
      throw unexpected();
    }
    return Integer.parseInt(take().text());
  }

  @Nullable Word peek() {
    return done() ? null : words.get(next);
  }

  SalesforceProblem unexpected() {
    Word word = peek();
    return SalesforceProblem.malformedQuery(
        word == null
            ? "unexpected token: <EOF>"
            : "unexpected token: '%s' (line 1, column %d)".formatted(word.text(), word.column()));
  }

  private static Word word(Matcher matcher) {
    for (String kind : List.of("text", "datetime", "date", "number", "name", "symbol")) {
      if (matcher.group(kind) != null) {
        return new Word(kind, matcher.group(kind), matcher.start(kind) + 1);
      }
    }
    throw new IllegalStateException("A word of no kind");
  }
}
