package dev.onboarding.coordinator.operation;

import com.github.kagkarlsson.scheduler.Scheduler;
import dev.onboarding.coordinator.http.ProblemException;
import dev.onboarding.coordinator.http.ProblemType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;

/// Takes this node out of service and back: it picks up nothing more, finishes what it has in hand,
/// and sends new triggers elsewhere. A node that is told to stop drains first.
public final class NodeDrain {

  /// A balancer has looked at the readiness by then.
  private static final Duration COME_AGAIN = Duration.ofSeconds(5);

  private final Supplier<Scheduler> scheduler;
  private final ApplicationEventPublisher events;
  private final Clock clock;
  private volatile @Nullable Instant since;

  NodeDrain(Supplier<Scheduler> scheduler, ApplicationEventPublisher events, Clock clock) {
    this.scheduler = scheduler;
    this.events = events;
    this.clock = clock;
  }

  /// How this node stands.
  ///
  /// @param inHand executions that it carries on now
  /// @param since when it was drained; null while it is in service
  public record Standing(boolean draining, int inHand, @Nullable Instant since) {}

  public synchronized Standing standing() {
    return new Standing(since != null, scheduler.get().getCurrentlyExecuting().size(), since);
  }

  public synchronized Standing drain() {
    if (since == null) {
      since = clock.instant();
      scheduler.get().pause();
      AvailabilityChangeEvent.publish(events, this, ReadinessState.REFUSING_TRAFFIC);
    }
    return standing();
  }

  public synchronized Standing undrain() {
    if (since != null) {
      since = null;
      scheduler.get().resume();
      scheduler.get().triggerCheckForDueExecutions();
      AvailabilityChangeEvent.publish(events, this, ReadinessState.ACCEPTING_TRAFFIC);
    }
    return standing();
  }

  @EventListener
  void stopping(ContextClosedEvent stopping) {
    drain();
  }

  /// @throws ProblemException when new triggers belong to another node
  public void admit() {
    if (since != null) {
      throw new ProblemException(
          ProblemType.NODE_DRAINING,
          "This node is being drained and nothing was stored. Send the same request again.",
          COME_AGAIN);
    }
  }
}
