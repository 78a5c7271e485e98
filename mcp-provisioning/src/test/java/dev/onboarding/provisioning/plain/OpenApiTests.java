package dev.onboarding.provisioning.plain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/// The written contract of a plain provisioner, held against what is sent.
class OpenApiTests {

  private static final Path CONTRACT = Path.of("contract/provisioner.openapi.yaml");

  @Test
  void namesEveryRequestThatIsSent() throws IOException {
    Map<String, Map<String, Object>> paths = child(contract(), "paths");

    assertThat(paths.get("/tenants")).containsKey("post");
    assertThat(paths.get("/tenants/{tenant_id}")).containsKeys("get", "delete");
    assertThat(paths.get("/tenants/{tenant_id}/suspension")).containsKey("post");
    assertThat(paths.get("/tenants/{tenant_id}/credentials")).containsKey("post");
  }

  @Test
  void asksForAKeyWithEveryPost() throws IOException {
    Map<String, Map<String, Object>> paths = child(contract(), "paths");

    assertThat(paths.values().stream().filter(path -> path.containsKey("post")))
        .hasSize(3)
        .allSatisfy(path -> {
          Map<String, Object> post = child(path, "post");
          assertThat(post.get("parameters"))
              .isEqualTo(List.of(Map.of("$ref", "#/components/parameters/IdempotencyKey")));
        });
  }

  @Test
  void namesTheStatesThatAreUnderstood() throws IOException {
    Map<String, Object> standing =
        child(child(child(contract(), "components"), "schemas"), "Standing");
    Map<String, Object> state = child(child(standing, "properties"), "state");

    assertThat(state.get("enum")).isEqualTo(List.of("in_progress", "ready", "suspended", "failed"));
  }

  private static Map<String, Object> contract() throws IOException {
    return new Yaml().load(Files.readString(CONTRACT));
  }

  @SuppressWarnings("unchecked")
  private static <T> Map<String, T> child(Map<String, ?> parent, String name) {
    return (Map<String, T>) parent.get(name);
  }
}
