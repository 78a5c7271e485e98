package dev.onboarding.adviser;

import dev.onboarding.model.Failure;
import dev.onboarding.model.decision.FiredRow;
import dev.onboarding.model.decision.Tier;
import dev.onboarding.model.decision.Verdict;
import dev.onboarding.model.finding.Assessment;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;

/// How long it usually takes until the slowest of the open points is settled.
enum TimeToResolve {
  NOTHING("Nothing to resolve"),
  BY_ITSELF("Minutes to an hour, once the system answers again"),
  HOURS("Within 4 hours"),
  ONE_DAY("1 business day"),
  DAYS("2 to 5 business days"),
  WEEKS("3 to 10 business days");

  private final String words;

  TimeToResolve(String words) {
    this.words = words;
  }

  static String of(AdviceRequest request) {
    Stream<TimeToResolve> rows =
        request.decision().fired().stream()
            .filter(row -> row.tier() != Tier.NOTE && !row.rule().endsWith("-FAILED"))
            .map(TimeToResolve::of);
    Stream<TimeToResolve> failures =
        Stream.concat(
                request.assessments().all().stream().map(Assessment::failure),
                request.failures().stream().map(AdviceRequest.Incident::failure))
            .filter(Objects::nonNull)
            .map(TimeToResolve::of);
    TimeToResolve atLeast = request.decision().verdict() == Verdict.PROCEED ? NOTHING : BY_ITSELF;
    return Stream.concat(rows, failures).max(Comparator.naturalOrder()).orElse(atLeast).words;
  }

  private static TimeToResolve of(FiredRow row) {
    return switch (Teams.of(row.owner())) {
      case IT_DEVOPS -> HOURS;
      case CS, SALES_OPS -> ONE_DAY;
      case FINANCE -> DAYS;
      case LEGAL -> WEEKS;
    };
  }

  private static TimeToResolve of(Failure failure) {
    return failure.errorType().passesByItself() ? BY_ITSELF : HOURS;
  }
}
