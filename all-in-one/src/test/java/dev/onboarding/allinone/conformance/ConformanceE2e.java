package dev.onboarding.allinone.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onboarding.allinone.system.Module;
import dev.onboarding.allinone.system.SharedSystem;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The protocol's own conformance suite and Inspector against every server of ours, and against one
/// that has the tools, resources and prompts that the suite's other scenarios ask for.
@ExtendWith(SharedSystem.class)
class ConformanceE2e {

  /// What can be asked of any server, whatever it is for.
  private static final List<String> FOR_ANY_SERVER =
      List.of(
          "server-initialize",
          "ping",
          "tools-list",
          "resources-list",
          "prompts-list",
          "dns-rebinding-protection");

  private static SharedSystem.Started shared;

  @BeforeAll
  static void use(SharedSystem.Started started) {
    McpTools.installed();
    shared = started;
  }

  @ParameterizedTest
  @EnumSource
  void passesWhatCanBeAskedOfAnyServer(Module module) throws Exception {
    ConformanceRun run = ConformanceRun.against(endpoint(module), Door.headers(shared, module));

    run.assertPassed(FOR_ANY_SERVER);
    assertThat(run.onTheWire()).contains("server-initialize", "ping", "tools-list");
  }

  @Test
  void passesEverythingButWhatAStatelessServerCannotDo() throws Exception {
    try (var server = new FixtureServer(shared)) {
      Path expected = McpTools.file("expected-failures.yml");

      ConformanceRun run =
          ConformanceRun.against(
              server.endpoint(), Map.of(), "--expected-failures", expected.toString());

      assertThat(run.failures()).hasSizeGreaterThan(25);
      assertThat(run.exit()).as(run.output()).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource
  void hasToolsThatAStrictClientAccepts(Module module) {
    McpTools.Ended listed =
        inspect(module, "--method", "tools/list", "--strict", "--format", "json", "-q");

    assertThat(listed.exit()).as(listed.output()).isZero();
    JsonNode tools = JsonMapper.shared().readTree(listed.output()).findPath("tools");
    assertThat(tools).as(listed.output()).isNotEmpty();
    assertThat(tools.valueStream().map(tool -> tool.path("name").asString()))
        .allMatch(name -> name.matches("[a-zA-Z0-9_-]{1,64}"));
  }

  @ParameterizedTest
  @EnumSource
  void answersAToolCallOfAClientThatIsNotOurs(Module module) {
    SampleCall call = SampleCall.of(module);

    McpTools.Ended answered =
        inspect(
            module,
            "--method",
            "tools/call",
            "--tool-name",
            call.tool(),
            "--tool-args-json",
            call.arguments(),
            "--format",
            "json",
            "-q");

    assertThat(answered.exit()).as(answered.output()).isZero();
    JsonNode answer = JsonMapper.shared().readTree(answered.output());
    assertThat(answer.findPath("isError").asBoolean(true)).as(answered.output()).isFalse();
    assertThat(answer.findPath("structuredContent")).as(answered.output()).isNotEmpty();
  }

  private static McpTools.Ended inspect(Module module, String... arguments) {
    List<String> all = new ArrayList<>();
    all.addAll(List.of("--server-url", endpoint(module).toString(), "--transport", "http"));
    all.addAll(List.of(arguments));
    return McpTools.installed().inspector(Door.headers(shared, module), all);
  }

  private static URI endpoint(Module module) {
    return URI.create("http://127.0.0.1:%d/mcp".formatted(shared.ports().of(module)));
  }
}
