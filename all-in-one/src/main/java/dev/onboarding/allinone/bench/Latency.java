package dev.onboarding.allinone.bench;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// How long a decision takes when the outside world is slow, against the calls that must follow one
/// another.
final class Latency implements Measurement {

  private static final long SALESFORCE = 300;
  private static final long DOCUSIGN = 200;
  private static final long NETSUITE = 400;
  private static final Map<String, Long> SLOW =
      Map.of("salesforce", SALESFORCE, "docusign", DOCUSIGN, "netsuite", NETSUITE);
  private static final int WARM_UP_ROUNDS = 5;

  @Override
  public String name() {
    return "latency";
  }

  @Override
  public Setup setup() {
    return Setup.AS_SHIPPED;
  }

  @Override
  public List<Figure> figures(Stage stage) {
    stage.progress().accept("measuring decisions with slow upstreams");
    for (int i = 0; i < WARM_UP_ROUNDS; i++) {
      stage.load().decided("ACME-001");
    }
    SLOW.forEach(stage.sandbox()::latency);
    double median =
        Numbers.median(
            Stream.generate(() -> stage.load().decided("ACME-001"))
                .limit(stage.rounds())
                .map(Duration::toMillis)
                .map(Long::doubleValue)
                .toList());
    SLOW.keySet().forEach(system -> stage.sandbox().latency(system, 0));
    long chain = SALESFORCE + Math.max(2 * DOCUSIGN, NETSUITE);
    long sequence = SALESFORCE + 2 * DOCUSIGN + NETSUITE;
    return List.of(
        figure("webhook to decision, against the necessary chain", median, chain, 1.15),
        figure("webhook to decision, against all calls in sequence", median, sequence, 1));
  }

  private static Figure figure(String name, double millis, long reference, double goal) {
    return new Figure(
        name,
        "%.0f ms".formatted(millis),
        reference + " ms",
        Numbers.hundredths(millis / reference),
        "<= " + goal,
        millis / reference <= goal);
  }
}
