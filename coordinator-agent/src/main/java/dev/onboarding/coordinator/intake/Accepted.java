package dev.onboarding.coordinator.intake;

import dev.onboarding.coordinator.run.Opened;
import dev.onboarding.coordinator.run.RunState;
import java.net.URI;
import org.springframework.http.ResponseEntity;

/// The answer to a trigger: the run is stored.
///
/// @param status the run's state now
/// @param repeated whether the trigger had been accepted before
/// @param location where the run is read
public record Accepted(
    String runId, RunState status, boolean repeated, String correlationId, URI location) {

  public static ResponseEntity<Accepted> answer(Opened opened) {
    var run = opened.run();
    var location = URI.create("/api/runs/" + run.id());
    return ResponseEntity.accepted()
        .location(location)
        .body(
            new Accepted(
                run.id().toString(),
                run.state(),
                opened.repeated(),
                run.correlationId(),
                location));
  }
}
