package dev.onboarding.provisioning.broker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onboarding.model.CallContext;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a broker is told of those on whose behalf it is asked.
class BrokerHeadersTests {

  @ParameterizedTest
  @ValueSource(strings = {"a b", "{\"run\"}", "x\u0000", "zwölf", "", "line\n", "a/b"})
  void passesOnNoNameThatIsNone(String said) {
    assertThat(identity("run-7", said)).isEqualTo("{\"run\":\"run-7\"}");
    assertThat(identity(said, "coordinator:1")).isEqualTo("{\"caller\":\"coordinator:1\"}");
    assertThat(identity(said, said)).isNull();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 128})
  void passesOnNamesUpToALength(int length) {
    String name = "c".repeat(length);

    assertThat(identity(null, name)).isEqualTo("{\"caller\":\"%s\"}".formatted(name));
    assertThat(identity(null, "c".repeat(129))).isNull();
  }

  private static @Nullable String identity(@Nullable String run, @Nullable String caller) {
    List<String> sent = new ArrayList<>();
    new CallContext(run, null, caller, null)
        .run(() -> sent.add(BrokerHeaders.current().get("X-Broker-API-Originating-Identity")));
    String header = sent.getFirst();
    return header == null
        ? null
        : new String(Base64.getDecoder().decode(header.substring("onboarding ".length())));
  }
}
