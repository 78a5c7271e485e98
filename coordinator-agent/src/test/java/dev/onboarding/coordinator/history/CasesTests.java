package dev.onboarding.coordinator.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onboarding.coordinator.rule.RuleSet;
import dev.onboarding.edge.EdgeJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What was decided once is decided again, by the rules as they stand now. A case that a new rule
/// is meant to change is kept anew.
class CasesTests {

  private static final Path FOLDER = Path.of("src/test/resources/cases");
  private static final RuleSet POLICY = RuleSet.onboardingPolicy();

  static Stream<Path> files() throws IOException {
    try (var files = Files.list(FOLDER)) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList().stream();
    }
  }

  @Test
  void areThere() throws IOException {
    assertThat(files()).hasSizeGreaterThanOrEqualTo(5);
  }

  @ParameterizedTest
  @MethodSource("files")
  void areDecidedAsTheyWere(Path file) throws IOException {
    var kept = EdgeJson.mapper().readValue(Files.readString(file), Case.class);

    assertThat(kept.under(POLICY)).isEqualTo(kept.expected());
    assertThat(file.getFileName()).hasToString(kept.name() + ".json");
  }

  @ParameterizedTest
  @MethodSource("files")
  void nameNobody(Path file) throws IOException {
    var assessments = EdgeJson.mapper().readTree(Files.readString(file)).path("assessments");

    assertThat(Masked.assessments(assessments)).isEqualTo(assessments);
  }
}
