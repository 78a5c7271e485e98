package dev.onboarding.allinone.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Calls an echo, alone or with others at once, and counts only answers that echo.
final class EchoCaller {

  private static final String CALL =
      """
      {"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"bench_echo",\
      "arguments":{"text":"hello"},"_meta":{"dev.onboarding/caller":"bench"}}}\
      """;

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final String token;

  /// Shows no token that anybody knows.
  EchoCaller() {
    this("none");
  }

  EchoCaller(String token) {
    this.token = token;
  }

  /// Calls per second of that many callers who each wait for their answers.
  double perSecond(URI endpoint, int callers, int calls)
      throws ExecutionException, InterruptedException {
    long begun = System.nanoTime();
    List<Future<Void>> calling = new ArrayList<>();
    try (var threads = Executors.newFixedThreadPool(callers)) {
      for (int i = 0; i < callers; i++) {
        Callable<Void> caller =
            () -> {
              for (int call = 0; call < calls / callers; call++) {
                call(endpoint);
              }
              return null;
            };
        calling.add(threads.submit(caller));
      }
    }
    for (Future<Void> caller : calling) {
      caller.get();
    }
    return (calls / callers) * callers * 1e9 / (System.nanoTime() - begun);
  }

  /// How long one caller waits for an answer, the median of many calls in a row.
  double medianMillis(URI endpoint, int calls) throws IOException, InterruptedException {
    List<Double> millis = new ArrayList<>();
    for (int i = 0; i < calls; i++) {
      long begun = System.nanoTime();
      call(endpoint);
      millis.add((System.nanoTime() - begun) / 1e6);
    }
    return Numbers.median(millis);
  }

  private void call(URI endpoint) throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(endpoint)
            .header("Content-Type", "application/json")
            .header("Accept", "application/json, text/event-stream")
            .header("Authorization", "Bearer " + token)
            .POST(HttpRequest.BodyPublishers.ofString(CALL))
            .build();
    var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 200 || !answer.body().contains("hello")) {
      throw new IllegalStateException("No echo but " + answer.statusCode() + ": " + answer.body());
    }
  }
}
