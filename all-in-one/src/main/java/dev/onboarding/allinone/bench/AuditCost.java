package dev.onboarding.allinone.bench;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/// What the audit trail takes from a server: calls a second of a tool that does nothing, with the
/// trail and without it, turn by turn on the same database.
final class AuditCost implements Measurement {

  private static final int CALLERS = 16;
  private static final double LEAST_KEPT = 0.65;
  private static final Duration TURN = Duration.ofSeconds(1);
  private static final int WARM_UP = 8;
  private static final String CALL =
      """
      {"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"bench_echo",
       "arguments":{"account_id":"001A000001LkPqyIAF"},
       "_meta":{"dev.onboarding/run":"01a1f8e9-7a34-7b1c-9b53-0242ac120002"}}}\
      """;

  @Override
  public String name() {
    return "audit";
  }

  @Override
  public Setup setup() {
    return Setup.AS_SHIPPED;
  }

  @Override
  public List<Figure> figures(Stage stage) throws Exception {
    stage.progress().accept("measuring " + name());
    List<Double> with = new ArrayList<>();
    List<Double> without = new ArrayList<>();
    List<Double> kept = new ArrayList<>();
    List<Double> commits = new ArrayList<>();
    try (var audited = EchoServer.audited(stage.store());
        var unaudited = EchoServer.unaudited(stage.store());
        var callers = Executors.newVirtualThreadPerTaskExecutor();
        var http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      for (int round = -WARM_UP; round < stage.rounds(); round++) {
        double on = perSecond(() -> call(http, audited), callers::submit);
        double off = perSecond(() -> call(http, unaudited), callers::submit);
        if (round >= 0) {
          with.add(on);
          without.add(off);
          kept.add(on / off);
          commits.add(stage.store().durableInsert().toNanos() / 1e6);
        }
      }
    }
    double ratio = Numbers.median(kept);
    return List.of(
        new Figure(
            "calls a second through one server, audited, %d callers".formatted(CALLERS),
            whole(Numbers.median(with)),
            whole(Numbers.median(without)) + " unaudited",
            Numbers.hundredths(ratio),
            ">= " + Numbers.hundredths(LEAST_KEPT),
            ratio >= LEAST_KEPT),
        // An answer waits for the commit of its row: this is the disk's part of the cost.
        new Figure(
            "ms for one row to be written for good, beside them",
            Numbers.hundredths(Numbers.median(commits)),
            Numbers.hundredths(CALLERS * 1e3 / Numbers.median(without)) + " a call unaudited",
            "",
            "",
            null));
  }

  /// One call.
  @FunctionalInterface
  private interface Call {
    void make() throws IOException, InterruptedException;
  }

  /// How a caller is started.
  @FunctionalInterface
  private interface Start {
    Future<Integer> begin(Callable<Integer> caller);
  }

  private static double perSecond(Call call, Start start)
      throws InterruptedException, ExecutionException {
    long begun = System.nanoTime();
    List<Future<Integer>> callers =
        IntStream.range(0, CALLERS)
            .mapToObj(caller -> start.begin(() -> calls(call, begun + TURN.toNanos())))
            .toList();
    int calls = 0;
    for (var each : callers) {
      calls += each.get();
    }
    return calls * 1e9 / (System.nanoTime() - begun);
  }

  private static int calls(Call call, long end) throws IOException, InterruptedException {
    int calls = 0;
    while (System.nanoTime() < end) {
      call.make();
      calls++;
    }
    return calls;
  }

  private static void call(HttpClient http, EchoServer server)
      throws IOException, InterruptedException {
    var answer =
        http.send(
            HttpRequest.newBuilder(server.endpoint())
                .header("Content-Type", "application/json")
                .header("Accept", "application/json, text/event-stream")
                .POST(BodyPublishers.ofString(CALL))
                .build(),
            BodyHandlers.ofString());
    if (answer.statusCode() != 200 || !answer.body().contains("\"isError\":false")) {
      throw new IllegalStateException("The echo failed: " + answer.body());
    }
  }

  private static String whole(double value) {
    return String.format(Locale.ROOT, "%.0f", value);
  }
}
