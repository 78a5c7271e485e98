package dev.onboarding.adviser.shield;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// What people get to see of a model's text: the sentences that hold nothing hostile and that the
/// evidence bears out, as plain words, with what was masked put back.
public final class Sentences {

  private static final Pattern BETWEEN =
      Pattern.compile("(?<=[.!?])\\s+(?=[\\p{Lu}\\p{Lo}\\d{(\"'‹<!\\[])");

  private final Mask mask;
  private final Evidence evidence;
  private int left;

  public Sentences(Mask mask, Evidence evidence) {
    this.mask = mask;
    this.evidence = evidence;
  }

  /// The text without every sentence that must not be shown; empty when nothing remains.
  ///
  /// @param most characters; the sentence that exceeds them and all that follow are left out
  public String shown(String text, int most) {
    return shown(text, most, sentence -> true);
  }

  /// @param allowed what else a sentence must be
  public String shown(String text, int most, Predicate<String> allowed) {
    List<String> kept = new ArrayList<>();
    int length = 0;
    for (String sentence : BETWEEN.split(PlainText.visible(normal(text)), -1)) {
      String plain = sentence.isBlank() || !allowed.test(sentence) ? "" : kept(sentence);
      length += plain.length() + 1;
      if (plain.isEmpty() || length > most + 1) {
        left += sentence.isBlank() ? 0 : 1;
      } else {
        kept.add(plain);
      }
    }
    return String.join(" ", kept);
  }

  private static String normal(String text) {
    return java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFKC);
  }

  private String kept(String sentence) {
    boolean borneOut =
        !Markup.isHostile(sentence)
            && !mask.holdsForeignPlaceholder(sentence)
            && Grounding.of(sentence, evidence).holds();
    if (!borneOut) {
      return "";
    }
    String plain = mask.restored(Markup.without(sentence)).strip();
    return plain.replace("{{", "").replace("}}", "");
  }

  /// How many sentences were left out so far.
  public int left() {
    return left;
  }
}
