package dev.onboarding.adviser;

import dev.onboarding.adviser.ask.Origin;
import java.util.List;

/// What people should look at in a contract's key terms.
///
/// @param summary one or two sentences
/// @param notes one for each term that stands out
public record TermsAdvice(String summary, List<Note> notes, Origin origin) {

  public TermsAdvice {
    notes = List.copyOf(notes);
  }

  /// @param term the name of the term, as it was handed in
  public record Note(String term, String says) {}
}
