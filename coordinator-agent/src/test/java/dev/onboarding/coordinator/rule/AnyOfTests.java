package dev.onboarding.coordinator.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelValidationException;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/// Conditions joined by "or": what several have in common is asked once.
class AnyOfTests {

  private static final CelCompiler CEL = CelCompilerFactory.standardCelCompilerBuilder().build();

  @Test
  void leavesWhatHasNothingInCommonAsItIs() {
    assertThat(anyOf("a && b")).isEqualTo("((a) && (b))");
    assertThat(anyOf("a", "b > 1")).isEqualTo("((a)) || ((b > 1))");
  }

  @Test
  void asksWhatSeveralShareOnce() {
    assertThat(anyOf("a && b", "a && c")).isEqualTo("((a) && (((b)) || ((c))))");
    assertThat(anyOf("b && a", "d", "c && a")).isEqualTo("((a) && (((b)) || ((c)))) || ((d))");
  }

  @Test
  void asksWhatMostShareFirst() {
    assertThat(anyOf("a && b", "a && c", "b && c && d", "b && e"))
        .startsWith("((b) && (")
        .endsWith(")) || ((a) && (c))");
    assertThat(anyOf("a && b", "a && b")).isEqualTo("((a) && (((b) && (true))))");
  }

  @Test
  void isAlwaysSoWhereNothingElseIsAsked() {
    assertThat(anyOf("a", "a && b")).isEqualTo("((a) && (true))");
  }

  @Test
  void looksIntoNestedConditionsAndForgetsRepetition() {
    assertThat(anyOf("a && (b && a)")).isEqualTo("((a) && (b))");
    assertThat(anyOf("a && (b || c)", "a && d")).isEqualTo("((a) && (((b || c)) || ((d))))");
  }

  private static String anyOf(String... conditions) {
    return new AnyOf().of(Arrays.stream(conditions).map(AnyOfTests::parsed).toList());
  }

  private static CelAbstractSyntaxTree parsed(String condition) {
    try {
      return CEL.parse(condition).getAst();
    } catch (CelValidationException unreadable) {
      throw new IllegalArgumentException(condition, unreadable);
    }
  }
}
