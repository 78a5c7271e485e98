package dev.onboarding.adviser;

import dev.onboarding.adviser.shield.Sentences;
import dev.onboarding.model.decision.Verdict;
import java.util.regex.Pattern;

/// Leaves out sentences that call for what the decision forbids: switching the customer on, passing
/// by the rules, giving away credentials.
final class Urging {

  private static final Pattern PASSING_BY =
      Pattern.compile(
          "(?i)\\b(?:bypass|override|overrule|skip|ignore|disregard|waive|disable|circumvent)\\w*\\b"
              + "|\\bpre-?approved\\b|\\bno (?:further |more )?(?:approval|check|review|signature)s?\\b");

  private static final Pattern CREDENTIALS =
      Pattern.compile(
          "(?i)\\b(?:password|credential|api.?key|secret|token)s?\\b|\\b(?:send|forward|post|transfer|wire)\\b.*\\b(?:data|bank|payment details|account details)\\b");

  private static final Pattern SWITCHING_ON =
      Pattern.compile(
          "(?i)^(?!.*\\b(?:not|never|no|before|until|unless|once|after|when|cannot|may be|can be|reject|whether)\\b)"
              + ".*\\b(?:provision|activate|enable|switch(?:ed)? on|go ahead|proceed|approve|approved|pre-approved|cleared|verified|unblock|release)\\b.*");

  private final boolean mayGoOn;
  private final Sentences sentences;

  Urging(Verdict verdict, Sentences sentences) {
    this.mayGoOn = verdict == Verdict.PROCEED;
    this.sentences = sentences;
  }

  String shown(String text, int most) {
    return sentences.shown(text, most, this::isAllowed);
  }

  private boolean isAllowed(String sentence) {
    return !PASSING_BY.matcher(sentence).find()
        && !CREDENTIALS.matcher(sentence).find()
        && (mayGoOn || !SWITCHING_ON.matcher(sentence).matches());
  }

  int left() {
    return sentences.left();
  }
}
