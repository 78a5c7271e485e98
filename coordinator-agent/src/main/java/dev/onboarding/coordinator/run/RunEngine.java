package dev.onboarding.coordinator.run;

import dev.onboarding.model.CallContext;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import tools.jackson.databind.json.JsonMapper;

/// Carries a run along its pipeline, from the first line that is not recorded yet, until it ends or
/// waits.
public final class RunEngine {

  private static final Logger LOG = LoggerFactory.getLogger(RunEngine.class);

  private final RunBook book;
  private final Pipeline pipeline;
  private final Patience patience;
  private final JsonMapper json;
  private final Clock clock;

  RunEngine(RunBook book, Pipeline pipeline, Patience patience, JsonMapper json, Clock clock) {
    this.book = book;
    this.pipeline = pipeline;
    this.patience = patience;
    this.json = json;
    this.clock = clock;
  }

  /// @throws org.springframework.dao.DataAccessException when our own store cannot be used; nothing
  ///   is half recorded and the same call goes on later
  Next advance(RunTicket ticket) {
    return book.claim(ticket).map(this::advanced).orElseGet(Next::rest);
  }

  private Next advanced(Run run) {
    MDC.put("run", run.id().toString());
    MDC.put("correlation", run.correlationId());
    try {
      return within(run, new Passage(book, patience, json, clock, run));
    } catch (LostLeaseException taken) {
      LOG.info("{}: another execution goes on with it", taken.getMessage());
      return Next.rest();
    } finally {
      MDC.remove("run");
      MDC.remove("correlation");
    }
  }

  /// Every call on the way says for which run it is made.
  private Next within(Run run, Passage passage) {
    var next = new AtomicReference<>(Next.rest());
    new CallContext(run.id().toString(), run.correlationId(), null, null)
        .run(() -> next.set(passage.along(pipeline)));
    return next.get();
  }
}
