package dev.onboarding.coordinator.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RunStateTests {

  private static final Path DOCUMENT = Path.of("..", "docs", "run-states.md");

  @ParameterizedTest
  @EnumSource(RunState.class)
  void becomesWhatTheTableSaysAndNothingElse(RunState from) {
    for (var to : RunState.values()) {
      if (from.mayBecome(to)) {
        assertThat(from.become(to)).isEqualTo(to);
      } else {
        assertThatThrownBy(() -> from.become(to))
            .isInstanceOf(IllegalTransitionException.class)
            .hasMessageContaining(from.name())
            .hasMessageContaining(to.name());
      }
    }
  }

  @Test
  void endsInFourStatesOnly() {
    assertThat(Arrays.stream(RunState.values()).filter(RunState::ended))
        .containsExactlyInAnyOrder(
            RunState.COMPLETED, RunState.REJECTED, RunState.EXPIRED, RunState.CANCELLED);
  }

  @Test
  void neverActsBeforeItGathers() {
    assertThat(RunState.QUEUED.mayBecome(RunState.ACTING)).isFalse();
    assertThat(RunState.QUEUED.mayBecome(RunState.COMPLETED)).isFalse();
    assertThat(RunState.GATHERING.mayBecome(RunState.COMPLETED)).isFalse();
  }

  @Test
  void reachesEveryStateFromTheFirst() {
    var reached = EnumSet.of(RunState.QUEUED);
    var open = new ArrayDeque<>(reached);
    while (!open.isEmpty()) {
      open.remove().next().stream().filter(reached::add).forEach(open::add);
    }

    assertThat(reached).isEqualTo(EnumSet.allOf(RunState.class));
  }

  @ParameterizedTest
  @EnumSource(
      value = RunState.class,
      names = {"COMPLETED", "REJECTED", "EXPIRED", "CANCELLED"},
      mode = EnumSource.Mode.EXCLUDE)
  void canBeCancelledUntilItEnds(RunState state) {
    assertThat(state.next()).containsAnyOf(RunState.CANCELLED, RunState.ACTING, RunState.GATHERING);
    assertThat(RunState.ACTING.mayBecome(RunState.CANCELLED)).isTrue();
    assertThat(RunState.GATHERING.mayBecome(RunState.CANCELLED)).isTrue();
  }

  @Test
  void isDrawnInTheDocument() throws IOException {
    if (Boolean.getBoolean("run-states.write")) {
      Files.createDirectories(DOCUMENT.getParent());
      Files.writeString(DOCUMENT, document());
    }

    assertThat(DOCUMENT)
        .as(
            "docs/run-states.md is generated; write it again with:"
                + " ./mvnw test -pl coordinator-agent -am -Dtest=RunStateTests"
                + " -Dsurefire.failIfNoSpecifiedTests=false -Drun-states.write=true")
        .hasContent(document());
  }

  private static String document() {
    var text = new StringBuilder();
    text.append(
        """
        # The states of a run

        Generated from the transition table in `RunState`; a change that the table does not know is
        refused, by the code and by the database.

        ```mermaid
        """);
    text.append(RunState.diagram());
    text.append("```\n\n| state | meaning |\n|---|---|\n");
    for (var state : RunState.values()) {
      text.append("| `%s` | %s |\n".formatted(state, state.meaning()));
    }
    return text.toString();
  }
}
