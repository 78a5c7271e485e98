package dev.onboarding.adviser.ask;

import dev.onboarding.adviser.budget.Spending;
import dev.onboarding.adviser.model.Model;
import dev.onboarding.adviser.model.ModelFailure;
import dev.onboarding.adviser.model.Question;
import dev.onboarding.adviser.model.Reply;
import dev.onboarding.adviser.task.AnswerShape;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks the models of a chain, one after the other, until one gives an answer that can be used.
public final class Asker implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Asker.class);

  /// A model that is not the last leaves time for the next one.
  private static final double SHARE_OF_TIME = 0.6;

  private static final Duration LEAST = Duration.ofMillis(50);
  private static final int MOST_REPEATED = 4_000;

  private final Spending spending;
  private final Breakers breakers;
  private final Traces traces;
  private final Measured measured;
  private final TimedCalls calls = new TimedCalls();

  /// @param contents whether traces hold what was said, masked
  public Asker(
      Spending spending,
      BreakerSettings breaker,
      MeterRegistry meters,
      OpenTelemetry telemetry,
      boolean contents) {
    this.spending = spending;
    this.breakers = new Breakers(breaker, meters);
    this.traces = new Traces(telemetry, contents);
    this.measured = new Measured(meters);
  }

  /// Never throws: what goes wrong is the reason why there is no value.
  ///
  /// @param deadline for all of it
  public <T> Answered<T> ask(Inquiry<T> inquiry, List<Candidate> chain, Duration deadline) {
    Answered<T> answered = asked(inquiry, chain, deadline);
    measured.piece(answered.origin());
    return answered;
  }

  private <T> Answered<T> asked(Inquiry<T> inquiry, List<Candidate> chain, Duration deadline) {
    var bill = new Bill(inquiry);
    Reason last = Reason.NOT_CONFIGURED;
    int left = 0;
    for (int at = 0; at < chain.size(); at++) {
      Candidate candidate = chain.get(at);
      Duration remaining = deadline.minus(bill.since());
      bill.next();
      Attempt<T> attempt =
          attempt(inquiry, candidate, at + 1 == chain.size() ? remaining : share(remaining), bill);
      bill.close(candidate.name(), attempt.because());
      if (attempt.value() != null && attempt.reply() != null) {
        return new Answered<>(
            attempt.value(), bill.answered(candidate.name(), attempt.reply(), attempt.left()));
      }
      last = attempt.because() == null ? Reason.DEFECT : attempt.because();
      left += attempt.left();
    }
    return new Answered<>(null, bill.unanswered(last, left));
  }

  private static Duration share(Duration remaining) {
    return Duration.ofNanos((long) (remaining.toNanos() * SHARE_OF_TIME));
  }

  private record Attempt<T>(
      @Nullable T value, @Nullable Reply reply, @Nullable Reason because, int left) {

    static <T> Attempt<T> failed(Reason because) {
      return new Attempt<>(null, null, because, 0);
    }
  }

  private <T> Attempt<T> attempt(
      Inquiry<T> inquiry, Candidate candidate, Duration patience, Bill bill) {
    Model model = candidate.model();
    try {
      if (model == null) {
        return passedOver(inquiry, candidate, Reason.NO_PRICE);
      }
      return model.isConfigured()
          ? conversation(inquiry, model, patience, bill)
          : passedOver(inquiry, candidate, Reason.NOT_CONFIGURED);
    } catch (Refused refused) {
      return passedOver(inquiry, candidate, refused.because());
    } catch (ModelFailure failure) {
      LOG.info(
          "{} gave no advice on {}: {}", candidate.name(), inquiry.task(), failure.getMessage());
      return Attempt.failed(Reason.valueOf(failure.kind().name()));
    } catch (RuntimeException e) {
      // Its message may quote the prompt.
      LOG.warn("Advice on {} met a defect: {}", inquiry.task(), e.getClass().getName());
      return passedOver(inquiry, candidate, Reason.DEFECT);
    }
  }

  private <T> Attempt<T> passedOver(Inquiry<T> inquiry, Candidate candidate, Reason because) {
    measured.asked(inquiry, candidate.name(), because, Duration.ZERO);
    return Attempt.failed(because);
  }

  private <T> Attempt<T> conversation(
      Inquiry<T> inquiry, Model model, Duration patience, Bill bill) {
    long begun = System.nanoTime();
    Question question = inquiry.question(patience);
    Exchange first = exchange(inquiry, model, question, bill, false);
    if (first.examined().isRepairable()) {
      Duration remaining = patience.minusNanos(System.nanoTime() - begun);
      bill.repair();
      Exchange second = exchange(inquiry, model, repair(question, first, remaining), bill, true);
      return read(inquiry, second);
    }
    return read(inquiry, first);
  }

  private static <T> Attempt<T> read(Inquiry<T> inquiry, Exchange exchange) {
    var json = exchange.examined().json();
    if (json == null) {
      return new Attempt<>(null, exchange.reply(), exchange.examined().because(), 0);
    }
    Inquiry.Reading<T> reading = inquiry.reader().read(json);
    return new Attempt<>(reading.value(), exchange.reply(), reading.because(), reading.left());
  }

  private static Question repair(Question question, Exchange first, Duration remaining) {
    String said = first.reply().text();
    List<Question.Turn> turns = new ArrayList<>(question.turns());
    turns.add(
        new Question.Turn(
            true, said.length() > MOST_REPEATED ? said.substring(0, MOST_REPEATED) : said));
    turns.add(
        new Question.Turn(
            false,
            "That answer does not fit the schema: %s Answer again with one JSON object and nothing else."
                .formatted(String.join("; ", first.examined().misfits()))));
    return new Question(
        question.system(), turns, question.schema(), question.mostTokens(), remaining);
  }

  private record Exchange(Reply reply, Examination examined) {}

  private Exchange exchange(
      Inquiry<?> inquiry, Model model, Question question, Bill bill, boolean repair) {
    if (question.patience().compareTo(LEAST) < 0) {
      throw new Refused(Reason.TOO_SLOW);
    }
    Spending.Reservation reserved = reserve(inquiry, model, question);
    if (!breakers.permits(model.name())) {
      spending.release(reserved);
      throw new Refused(Reason.RESTING);
    }
    Span span = traces.begin(inquiry, model, question, repair);
    long begun = System.nanoTime();
    Reason because = Reason.DEFECT;
    try {
      Reply reply =
          breakers.watched(
              model.name(),
              () -> calls.within(span, () -> model.ask(question), question.patience()));
      long cost =
          spending.settle(reserved, model.facts(), reply.inputTokens(), reply.outputTokens());
      bill.add(reply, cost);
      measured.used(model.name(), reply, cost / 1e6);
      traces.replied(span, reply, cost / 1e6);
      Examination examined = Examination.of(reply, AnswerShape.of(inquiry.task()));
      because = examined.because();
      return new Exchange(reply, examined);
    } catch (ModelFailure failure) {
      because = Reason.valueOf(failure.kind().name());
      unused(reserved, failure, bill);
      throw failure;
    } finally {
      if (because != null) {
        traces.failed(span, because);
      }
      span.end();
      measured.asked(inquiry, model.name(), because, Duration.ofNanos(System.nanoTime() - begun));
    }
  }

  private Spending.Reservation reserve(Inquiry<?> inquiry, Model model, Question question) {
    Spending.Reservation reserved;
    try {
      reserved =
          spending.reserve(inquiry.run(), model.facts(), question.length(), question.mostTokens());
    } catch (RuntimeException e) {
      LOG.warn("The ledger of advice does not answer: {}", e.getClass().getName());
      throw new Refused(Reason.BUDGET_UNKNOWN);
    }
    if (!reserved.granted()) {
      throw new Refused(reserved.runExhausted() ? Reason.RUN_BUDGET : Reason.DAY_BUDGET);
    }
    return reserved;
  }

  /// What was refused costs nothing; what was given up may have been answered, and is billed.
  private void unused(Spending.Reservation reserved, ModelFailure failure, Bill bill) {
    switch (failure.kind()) {
      case TOO_SLOW, UNREACHABLE -> bill.add(reserved.microUsd());
      case NOT_ALLOWED, BAD_REQUEST, THROTTLED, OUT_OF_QUOTA -> spending.release(reserved);
    }
  }

  /// A call that was not made.
  private static final class Refused extends RuntimeException {

    private final Reason because;

    Refused(Reason because) {
      super(because.toString(), null, false, false);
      this.because = because;
    }

    Reason because() {
      return because;
    }
  }

  @Override
  public void close() {
    calls.close();
  }
}
