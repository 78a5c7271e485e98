package dev.onboarding.coordinator.advice;

import dev.onboarding.coordinator.advice.AdviceOrders.Order;
import dev.onboarding.coordinator.pipeline.AdviceRows;
import dev.onboarding.coordinator.pipeline.ReportDesk;
import dev.onboarding.coordinator.report.Addendum;
import dev.onboarding.coordinator.run.RunId;
import dev.onboarding.coordinator.run.RunStores;
import dev.onboarding.model.CallContext;
import dev.onboarding.model.FailureException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks everybody who advises on one decision, all at the same time, and keeps each answer by
/// itself: what a crash repeats is what it had not kept, and no more often than the settings allow.
/// Nothing of the run is changed.
final class GiveAdvice {

  private static final Logger LOG = LoggerFactory.getLogger(GiveAdvice.class);

  private final RunStores stores;
  private final AdviceOrders orders;
  private final AdviceRows rows;
  private final List<Counsel> counsels;
  private final ReportDesk reports;
  private final LateAdviceSettings settings;
  private final AdviceMeters meters;

  GiveAdvice(
      RunStores stores,
      AdviceOrders orders,
      AdviceRows rows,
      List<Counsel> counsels,
      ReportDesk reports,
      LateAdviceSettings settings,
      AdviceMeters meters) {
    this.stores = stores;
    this.orders = orders;
    this.rows = rows;
    this.counsels = List.copyOf(counsels);
    this.reports = reports;
    this.settings = settings;
    this.meters = meters;
  }

  /// @throws RuntimeException when our own store cannot be used now
  void give(AdviceTicket ticket, Clock clock) {
    stores
        .inTransaction(() -> orders.begin(ticket))
        .ifPresent(order -> end(ticket, order, outcome(ticket, order, clock), clock));
  }

  private void end(AdviceTicket ticket, Order order, Ending ending, Clock clock) {
    stores.inTransaction(() -> {
      orders.end(ticket, ending);
      return ending;
    });
    meters.ended(ending, order.orderedAt(), clock.instant());
  }

  private Ending outcome(AdviceTicket ticket, Order order, Clock clock) {
    if (order.tries() > settings.tries()) {
      LOG.warn("Advice on run {} was begun {} times in vain", ticket.run(), settings.tries());
      return Ending.GIVEN_UP;
    }
    if (order.orderedAt().plus(settings.staleAfter()).isBefore(clock.instant())) {
      return Ending.TOO_LATE;
    }
    return JudgedRun.of(ticket, stores)
        .map(judged ->
            new CallContext(ticket.run().toString(), judged.run().correlationId(), null, null)
                .get(() -> ask(ticket, judged, clock)))
        .orElse(Ending.OUTDATED);
  }

  private Ending ask(AdviceTicket ticket, JudgedRun judged, Clock clock) {
    var answered =
        rows.of(ticket.runId()).stream()
            .filter(each -> each.attempt() == ticket.attempt())
            .map(Addendum::task)
            .collect(Collectors.toSet());
    var open =
        counsels.stream().filter(each -> each.tasks().stream().noneMatch(answered::contains));
    if (!whole(ticket.runId())) {
      return Ending.OUTDATED;
    }
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var asked = open.map(each -> threads.submit(bound(() -> each.on(judged)))).toList();
      for (var answer : asked) {
        if (!kept(ticket, answer(answer), clock)) {
          return Ending.OUTDATED;
        }
      }
    }
    refresh(ticket.runId());
    return Ending.GIVEN;
  }

  /// On whose behalf it is asked follows into the thread by hand; a scoped value does not.
  private static <T> Callable<T> bound(Callable<T> work) {
    var context = CallContext.current();
    return () -> context.call(work);
  }

  private static List<Piece> answer(Future<List<Piece>> asked) {
    try {
      return asked.get();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while models were asked", stopped);
    } catch (ExecutionException failed) {
      throw new IllegalStateException(
          "Advice was not given: " + failed.getMessage(), failed.getCause());
    }
  }

  private boolean whole(RunId run) {
    return stores.inTransaction(() -> orders.isWhole(run));
  }

  /// What comes back after the personal data was erased is not kept.
  private boolean kept(AdviceTicket ticket, List<Piece> pieces, Clock clock) {
    return stores.inTransaction(() -> {
      if (!orders.isWhole(ticket.runId())) {
        return false;
      }
      for (var piece : pieces) {
        rows.add(
            ticket.runId(),
            new Addendum(
                ticket.attempt(),
                0,
                piece.task(),
                piece.origin(),
                piece.text(),
                piece.content(),
                clock.instant()));
      }
      return true;
    });
  }

  /// The rows are what counts; the files of this node show them as well.
  private void refresh(RunId run) {
    try {
      reports.refresh(run);
    } catch (FailureException unwritable) {
      LOG.warn("The files of run {} are without its advice: {}", run, unwritable.getMessage());
    }
  }
}
