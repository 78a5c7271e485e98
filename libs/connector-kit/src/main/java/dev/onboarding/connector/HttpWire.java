package dev.onboarding.connector;

import dev.onboarding.model.FailureException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// One HTTP exchange: limited in time up to its last byte, limited in size, never redirected (a
/// redirect would carry the token elsewhere).
final class HttpWire implements Upstream {

  static final String DEADLINE_PASSED = "DEADLINE_PASSED";

  private final UpstreamLimits limits;
  private final CallSurroundings around;
  private final WireFailures failures;
  private final HttpClient client;

  HttpWire(String system, UpstreamLimits limits, CallSurroundings around) {
    this.limits = limits;
    this.around = around;
    this.failures = new WireFailures(system);
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(limits.connectTimeout())
            .build();
  }

  @Override
  public UpstreamResponse send(UpstreamRequest request) {
    Duration time = around.atMost(limits.requestTimeout());
    if (time.isZero()) {
      throw failures.deadlinePassed(request);
    }
    // The client's own request timeout ends with the headers; waiting on the future also bounds
    // a body that drips.
    CompletableFuture<HttpResponse<byte[]>> exchange =
        client.sendAsync(
            http(request),
            BodyHandlers.limiting(BodyHandlers.ofByteArray(), limits.largestAnswer().toBytes()));
    try {
      return answer(exchange.get(time.toNanos(), TimeUnit.NANOSECONDS));
    } catch (TimeoutException timeout) {
      exchange.cancel(true);
      throw timedOut(request, time, timeout);
    } catch (InterruptedException interrupted) {
      exchange.cancel(true);
      Thread.currentThread().interrupt();
      throw failures.lost(request, "INTERRUPTED", "the call was interrupted", interrupted);
    } catch (ExecutionException failed) {
      throw failures.of(request, failed);
    }
  }

  private FailureException timedOut(
      UpstreamRequest request, Duration time, TimeoutException timeout) {
    return time.compareTo(limits.requestTimeout()) < 0
        ? failures.lost(request, DEADLINE_PASSED, "the caller's deadline passed", timeout)
        : failures.lost(
            request,
            "RESPONSE_TIMEOUT",
            "no full answer came within " + time.toMillis() + " ms",
            timeout);
  }

  private static HttpRequest http(UpstreamRequest request) {
    byte[] body = request.body();
    BodyPublisher publisher =
        body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body);
    var builder = HttpRequest.newBuilder(request.uri()).method(request.method(), publisher);
    request.headers().forEach(builder::setHeader);
    return builder.build();
  }

  private static UpstreamResponse answer(HttpResponse<byte[]> response) {
    Map<String, String> headers = new HashMap<>();
    response
        .headers()
        .map()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
    return new UpstreamResponse(response.statusCode(), headers, response.body());
  }
}
