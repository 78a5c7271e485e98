package dev.onboarding.connector;

import dev.onboarding.model.CallContext;
import dev.onboarding.model.CallerClass;
import dev.onboarding.model.ErrorType;
import dev.onboarding.model.Failure;
import dev.onboarding.model.FailureException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// Makes a read once for all who ask the same while it is under way. Nothing is kept: who asks when
/// the answer is there asks anew.
final class Coalesced implements Upstream {

  /// Failures that are the first caller's own: who joined asks for itself.
  private static final Set<String> OF_THE_CALLER = Set.of(HttpWire.DEADLINE_PASSED, "INTERRUPTED");

  private final Upstream next;
  private final CallSurroundings around;
  private final Map<Question, CompletableFuture<UpstreamResponse>> open = new ConcurrentHashMap<>();

  Coalesced(Upstream next, CallSurroundings around) {
    this.next = next;
    this.around = around;
  }

  @Override
  public UpstreamResponse send(UpstreamRequest request) {
    if (request.operationClass() != OperationClass.READ) {
      return next.send(request);
    }
    Question question = Question.of(request);
    var own = new CompletableFuture<UpstreamResponse>();
    var others = open.putIfAbsent(question, own);
    return others == null ? asked(request, question, own) : joined(request, others);
  }

  private UpstreamResponse asked(
      UpstreamRequest request, Question question, CompletableFuture<UpstreamResponse> answer) {
    try {
      UpstreamResponse response = next.send(request);
      open.remove(question, answer); // before anybody hears it: who asks after that asks anew
      answer.complete(response);
      return response;
    } catch (Throwable failed) {
      open.remove(question, answer);
      answer.completeExceptionally(failed);
      throw failed;
    }
  }

  private UpstreamResponse joined(
      UpstreamRequest request, CompletableFuture<UpstreamResponse> answer) {
    try {
      return answered(request, answer);
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof FailureException theirs
          && !OF_THE_CALLER.contains(theirs.failure().errorCode())) {
        throw new FailureException(theirs.failure(), theirs.retryAfter().orElse(null), theirs);
      }
      return next.send(request);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw gaveUp(request, "INTERRUPTED", interrupted);
    } catch (TimeoutException late) {
      throw gaveUp(request, HttpWire.DEADLINE_PASSED, late);
    }
  }

  private UpstreamResponse answered(
      UpstreamRequest request, CompletableFuture<UpstreamResponse> answer)
      throws ExecutionException, InterruptedException, TimeoutException {
    Instant end = around.deadline().get();
    if (end == null) {
      return answer.get();
    }
    Duration left = Duration.between(around.clock().instant(), end);
    if (!left.isPositive()) {
      throw gaveUp(request, HttpWire.DEADLINE_PASSED, null);
    }
    return answer.get(left.toNanos(), TimeUnit.NANOSECONDS);
  }

  private static FailureException gaveUp(
      UpstreamRequest request, String code, @Nullable Throwable cause) {
    String message =
        "Nobody waits any longer for %s, which was asked for already."
            .formatted(request.operation());
    return new FailureException(Failure.of(ErrorType.NETWORK, code, null, message), null, cause);
  }

  /// What makes two requests the same question. People and machines may fare differently, so that
  /// they ask apart.
  private record Question(
      CallerClass callers,
      String method,
      URI uri,
      Map<String, String> headers,
      @Nullable ByteBuffer body) {

    static Question of(UpstreamRequest request) {
      byte[] body = request.body();
      return new Question(
          CallContext.current().callerClass(),
          request.method(),
          request.uri(),
          request.headers(),
          body == null ? null : ByteBuffer.wrap(body));
    }
  }
}
