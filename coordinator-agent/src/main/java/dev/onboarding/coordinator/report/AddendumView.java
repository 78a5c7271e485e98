package dev.onboarding.coordinator.report;

import dev.onboarding.adviser.ask.Origin;
import java.util.List;

/// An addendum as the templates print it: text only, already made harmless for one kind of target.
///
/// @param from who says so, and by which prompt
record AddendumView(String number, String title, String addedAt, String from, List<String> text) {

  private static final int DIGEST_SHOWN = 16;

  static AddendumView of(Addendum addendum, Texts texts) {
    return new AddendumView(
        texts.shown(addendum.number()),
        texts.shown(Texts.words(addendum.task())),
        texts.shown(addendum.addedAt()),
        from(addendum.origin(), texts),
        addendum.text().stream().map(texts::shown).toList());
  }

  private static String from(Origin origin, Texts texts) {
    var from = new StringBuilder(texts.shown(origin.source()));
    if (origin.model() != null) {
      from.append(", model ").append(texts.code(origin.model()));
    }
    if (origin.prompt() != null) {
      from.append(", prompt ").append(texts.code(origin.prompt()));
    }
    if (origin.promptDigest() != null) {
      var digest = Texts.shortened(Texts.digest(origin.promptDigest()), DIGEST_SHOWN);
      from.append(", SHA-256 ").append(texts.code(digest));
    }
    return from.toString();
  }
}
