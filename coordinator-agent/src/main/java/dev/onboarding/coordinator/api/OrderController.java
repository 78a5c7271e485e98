package dev.onboarding.coordinator.api;

import dev.onboarding.coordinator.http.ProblemException;
import dev.onboarding.coordinator.http.ProblemType;
import dev.onboarding.coordinator.http.StrictJson;
import dev.onboarding.coordinator.run.OperatorDesk;
import dev.onboarding.coordinator.run.OrderResult;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// Takes the orders of people who look after runs.
@RestController
final class OrderController {

  private final StrictJson json;
  private final OperatorDesk desk;

  OrderController(StrictJson json, OperatorDesk desk) {
    this.json = json;
    this.desk = desk;
  }

  /// Who orders it, and why.
  record Order(@Nullable String by, @Nullable String reason) {}

  @PostMapping("/api/runs/{id}/resume")
  ResponseEntity<RunSummary> resume(@PathVariable String id, HttpServletRequest request) {
    var order = json.read(request, Order.class);
    return answer(
        desk.resume(
            RunsController.runId(id),
            PersonText.who("by", order.by()),
            PersonText.reason(order.reason())));
  }

  @PostMapping("/api/runs/{id}/cancel")
  ResponseEntity<RunSummary> cancel(@PathVariable String id, HttpServletRequest request) {
    var order = json.read(request, Order.class);
    return answer(
        desk.cancel(
            RunsController.runId(id),
            PersonText.who("by", order.by()),
            PersonText.reason(order.reason())));
  }

  private static ResponseEntity<RunSummary> answer(Optional<OrderResult> result) {
    return switch (result.orElseThrow(RunsController::noSuchRun)) {
      case OrderResult.Accepted(var run, var repeated) ->
          ResponseEntity.status(repeated ? 200 : 202).body(RunSummary.of(run));
      case OrderResult.Refused(var code, var detail) ->
          throw new ProblemException(ProblemType.ofCode(code), detail);
    };
  }
}
