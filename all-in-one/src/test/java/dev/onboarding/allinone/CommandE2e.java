package dev.onboarding.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onboarding.allinone.system.DataDirectory;
import dev.onboarding.allinone.system.FreePorts;
import dev.onboarding.allinone.system.LocalAccess;
import dev.onboarding.allinone.system.Ports;
import dev.onboarding.edge.EdgeJson;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// The runnable jar as a newcomer uses it.
class CommandE2e {

  private static final Path JAR = Path.of("target", "onboarding.jar");

  @TempDir private Path folder;

  @Test
  void goesOnWithTheDataOfADemonstrationEvenAfterAKill() throws Exception {
    Ports ports = FreePorts.find();

    Process demo = start(ports, "demo", "--json");
    String document = new String(demo.getInputStream().readAllBytes());

    assertThat(demo.waitFor()).isZero();
    JsonNode scenarios = EdgeJson.mapper().readTree(document);
    assertThat(scenarios.findValuesAsString("decision"))
        .containsExactly("PROCEED", "BLOCK", "ESCALATE", "BLOCK", "BLOCK");
    assertNothingRuns(ports);

    Process killed = start(ports, "up");
    awaitReady(killed);
    killed.destroyForcibly().waitFor();
    Process up = start(ports, "up");
    awaitReady(up);
    Process second = start(FreePorts.find(), "up");
    String refusal = new String(second.getErrorStream().readAllBytes());
    JsonNode runs = get(ports, "/api/runs").path("runs");
    up.destroy();

    assertThat(second.waitFor()).isEqualTo(2);
    assertThat(refusal).contains("in use by process " + up.pid(), "--data");
    assertThat(runs.size()).isEqualTo(5);
    assertThat(up.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertNothingRuns(ports);
  }

  @Test
  void namesThePortThatIsTakenAndTheFlagThatMovesIt() throws Exception {
    Ports ports = FreePorts.find();
    try (var _ =
        new java.net.ServerSocket(ports.base(), 1, java.net.InetAddress.getLoopbackAddress())) {
      Process up = start(ports, "up");

      String said = new String(up.getErrorStream().readAllBytes());

      assertThat(up.waitFor()).isEqualTo(2);
      assertThat(said).contains(String.valueOf(ports.base()), "coordinator-agent", "--port-base");
    }
  }

  private void assertNothingRuns(Ports ports) throws IOException {
    ports.requireFree();
    assertThat(folder.resolve("data/postgres/postmaster.pid")).doesNotExist();
  }

  private Process start(Ports ports, String... command) throws IOException {
    List<String> all = new ArrayList<>();
    all.add(ProcessHandle.current().info().command().orElseThrow());
    all.addAll(
        List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xmx512m",
            "-jar",
            JAR.toAbsolutePath().toString()));
    all.addAll(List.of(command));
    all.addAll(List.of("--port-base", String.valueOf(ports.base()), "--data"));
    all.add(folder.resolve("data").toString());
    Path errors = Files.createTempFile(folder, "stderr", ".txt");
    var builder = new ProcessBuilder(all);
    if (List.of(command).contains("--json")) {
      builder.redirectError(errors.toFile());
    }
    return builder.start();
  }

  private static void awaitReady(Process process) throws IOException {
    try (Stream<String> lines = process.inputReader().lines()) {
      assertThat(lines.anyMatch(line -> line.startsWith("ready:"))).isTrue();
    }
  }

  private JsonNode get(Ports ports, String path) throws Exception {
    var access = LocalAccess.to(ports, new DataDirectory(folder.resolve("data")));
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + ports.base() + path))
            .header("Authorization", "Bearer " + access.token());
    try (HttpClient http = HttpClient.newHttpClient()) {
      var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
      return EdgeJson.mapper().readTree(answer.body());
    }
  }
}
