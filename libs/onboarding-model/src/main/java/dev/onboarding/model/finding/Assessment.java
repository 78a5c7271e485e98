package dev.onboarding.model.finding;

import dev.onboarding.model.Failure;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One domain's answer: judged with its findings, not judged because of another finding, or failed.
///
/// @param because why the domain was not judged; only then present
/// @param failure why nothing could be read; only then present
public record Assessment<F extends Finding>(
    Domain domain,
    Outcome outcome,
    List<F> findings,
    @Nullable Failure failure,
    @Nullable String because) {

  /// The three ways a domain can answer; an outage never looks like an answer.
  public enum Outcome {
    JUDGED,
    NOT_JUDGED,
    FAILED
  }

  public Assessment {
    findings = List.copyOf(findings);
    boolean consistent =
        switch (outcome) {
          case JUDGED -> failure == null && because == null;
          case NOT_JUDGED -> findings.isEmpty() && failure == null && because != null;
          case FAILED -> findings.isEmpty() && failure != null && because == null;
        };
    if (!consistent) {
      throw new IllegalArgumentException(
          "An assessment that is " + outcome + " contradicts itself");
    }
  }

  public static <F extends Finding> Assessment<F> judged(Domain domain, List<F> findings) {
    return new Assessment<>(domain, Outcome.JUDGED, findings, null, null);
  }

  public static <F extends Finding> Assessment<F> notJudged(Domain domain, String because) {
    return new Assessment<>(domain, Outcome.NOT_JUDGED, List.of(), null, because);
  }

  public static <F extends Finding> Assessment<F> failed(Domain domain, Failure failure) {
    return new Assessment<>(domain, Outcome.FAILED, List.of(), failure, null);
  }
}
