package dev.onboarding.allinone.bench;

import java.util.ArrayList;
import java.util.List;

/// How many calls of the outside world one run needs.
final class UpstreamCalls implements Measurement {

  private static final List<String> SYSTEMS = List.of("salesforce", "docusign", "netsuite");

  @Override
  public String name() {
    return "calls";
  }

  @Override
  public Setup setup() {
    return Setup.AS_SHIPPED;
  }

  @Override
  public List<Figure> figures(Stage stage) {
    stage.progress().accept("counting upstream calls");
    stage.load().decided("ACME-001"); // tokens are fetched once
    List<Figure> figures = new ArrayList<>();
    SYSTEMS.forEach(stage.sandbox()::clear);
    stage.load().decided("ACME-001");
    figures.add(counted("calls to salesforce for one run", calls(stage, "salesforce"), 1));
    figures.add(counted("calls to docusign for one run", calls(stage, "docusign"), 2));
    figures.add(counted("calls to netsuite for one run", calls(stage, "netsuite"), 1));
    SYSTEMS.forEach(stage.sandbox()::clear);
    stage.load().decided("MISSING-999");
    long all = SYSTEMS.stream().mapToLong(system -> calls(stage, system)).sum();
    figures.add(counted("calls for a missing account, all systems", all, 1));
    return figures;
  }

  private static long calls(Stage stage, String system) {
    return stage.sandbox().inspect(system).path("api_calls").asLong();
  }

  private static Figure counted(String name, long measured, long necessary) {
    return new Figure(
        name,
        String.valueOf(measured),
        String.valueOf(necessary),
        Numbers.hundredths((double) measured / necessary),
        "<= 1",
        measured <= necessary);
  }
}
