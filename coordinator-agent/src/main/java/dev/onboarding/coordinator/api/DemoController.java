package dev.onboarding.coordinator.api;

import dev.onboarding.coordinator.intake.Accepted;
import dev.onboarding.coordinator.run.Opened;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Short ways to play with the sandbox: one account, all of them, and trouble. Each changes
/// something, so none can be followed like a link.
@RestController
@RequestMapping("/demo")
final class DemoController {

  private static final String SOURCE = "demo";
  private static final double ONE_IN_FIVE = 0.2;
  private static final long SEED = 42;

  private final Ask ask;
  private final SandboxControls sandbox;

  DemoController(Ask ask, SandboxControls sandbox) {
    this.ask = ask;
    this.sandbox = sandbox;
  }

  @PostMapping("/run/{account}")
  ResponseEntity<Accepted> run(@PathVariable String account) {
    return Accepted.answer(start(account));
  }

  @PostMapping("/run-all")
  Started runAll() {
    return new Started(
        sandbox.accounts().stream().map(this::start).map(Opened::run).map(RunSummary::of).toList());
  }

  @PostMapping("/enable-random-errors")
  Troubled enableRandomErrors() {
    var kinds = List.of("server_error", "throttled", "unavailable");
    var systems = List.of("salesforce", "netsuite", "docusign");
    systems.forEach(system -> sandbox.fail(system, kinds, ONE_IN_FIVE / kinds.size(), SEED));
    return new Troubled(systems, kinds, ONE_IN_FIVE);
  }

  private Opened start(String account) {
    return ask.run(SOURCE, account, null, null, null);
  }

  /// The runs that were started.
  record Started(List<RunSummary> runs) {}

  /// What goes wrong from now on: `DELETE /faults/{system}` of the sandbox ends it.
  record Troubled(List<String> systems, List<String> kinds, double probability) {}
}
