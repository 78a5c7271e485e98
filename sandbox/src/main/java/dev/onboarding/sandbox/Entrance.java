package dev.onboarding.sandbox;

import dev.onboarding.sandbox.fault.Faults;
import dev.onboarding.sandbox.inspect.Inspected;
import dev.onboarding.sandbox.wire.Answer;
import dev.onboarding.sandbox.wire.Call;
import dev.onboarding.sandbox.wire.ControlProblem;
import dev.onboarding.sandbox.wire.ExternalSystem;
import dev.onboarding.sandbox.wire.Json;
import dev.onboarding.sandbox.wire.Refusal;
import dev.onboarding.sandbox.wire.Routes;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sends every call where it belongs: to a system, through its limits and faults and into its
/// journal, or to the sandbox's own pages.
final class Entrance implements Function<Call, Answer> {

  private static final Logger LOG = LoggerFactory.getLogger(Entrance.class);

  private final Map<String, Inspected> systems;
  private final Map<String, Faults> faults;
  private final Routes pages;
  private final Clock clock;

  Entrance(Map<String, Inspected> systems, Map<String, Faults> faults, Routes pages, Clock clock) {
    this.systems = systems;
    this.faults = faults;
    this.pages = pages;
    this.clock = clock;
  }

  @Override
  public Answer apply(Call call) {
    Inspected inspected = systems.get(call.system());
    Faults trouble = faults.get(call.system());
    return inspected == null || trouble == null ? page(call) : observed(call, inspected, trouble);
  }

  private Answer observed(Call call, Inspected inspected, Faults trouble) {
    ExternalSystem system = inspected.system();
    Instant at = clock.instant();
    long start = System.nanoTime();
    boolean token = system.isTokenCall(call);
    Answer answer = token ? answer(call, system, trouble) : counted(call, inspected, trouble);
    long millis = (System.nanoTime() - start) / 1_000_000;
    inspected.journal().record(call, at, millis, answer.status(), token, system.operation(call));
    return answer;
  }

  private static Answer counted(Call call, Inspected inspected, Faults trouble) {
    inspected.journal().began();
    try {
      return answer(call, inspected.system(), trouble);
    } finally {
      inspected.journal().ended();
    }
  }

  private static Answer answer(Call call, ExternalSystem system, Faults trouble) {
    try {
      return system.around(call, () -> trouble.answer(call));
    } catch (RuntimeException e) {
      LOG.error("{} could not answer {} {}", system.name(), call.method(), call.path(), e);
      return system.refuse(call, Refusal.SERVER_ERROR, 0);
    }
  }

  private Answer page(Call call) {
    Call whole =
        new Call(
            call.method(),
            call.base(),
            "",
            "/" + call.system() + call.path(),
            call.query(),
            call.headers(),
            call.body());
    try {
      return pages.answer(whole).orElseGet(() -> unknown(whole));
    } catch (ControlProblem problem) {
      return problem.answer();
    }
  }

  private Answer unknown(Call call) {
    return pages.knowsPath(call)
        ? Answer.json(405, Json.object().put("error", "No " + call.method() + " here"))
        : Answer.json(404, Json.object().put("error", "No page " + call.path()));
  }
}
