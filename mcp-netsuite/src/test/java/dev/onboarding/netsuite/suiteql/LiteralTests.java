package dev.onboarding.netsuite.suiteql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.onboarding.model.FailureException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LiteralTests {

  @Test
  void doublesQuotesSoThatTextStaysText() {
    assertThat(Literal.text("key", "O'Neil' OR '1'='1")).isEqualTo("'O''Neil'' OR ''1''=''1'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "line\nbreak", "nul\0"})
  void refusesWhatCannotBeAKey(String value) {
    assertThatThrownBy(() -> Literal.text("external_key", value))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("external_key must have 1 to 128 printable characters");
  }

  @Test
  void refusesTextThatIsTooLong() {
    assertThat(Literal.text("key", "k".repeat(128))).hasSize(130);
    assertThatThrownBy(() -> Literal.text("key", "k".repeat(129)))
        .isInstanceOf(FailureException.class);
  }

  @Test
  void listsEachValueOnce() {
    assertThat(Literal.list("key", List.of("A", "B", "A"))).isEqualTo("('A', 'B')");
  }

  @Test
  void knowsInternalIdsByTheirDigits() {
    assertThat(Literal.isInternalId("1227")).isTrue();
    assertThat(Literal.isInternalId("INV-1227")).isFalse();
    assertThat(Literal.isInternalId("1 OR 1=1")).isFalse();
    assertThat(Literal.isInternalId("")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"externalid", "custentity_sf_id", "custbody9"})
  void takesPlainFieldNames(String name) {
    assertThat(Literal.column(name)).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "id)--", "9lives", "c.id", "x'"})
  void refusesFieldNamesThatAreNotPlain(String name) {
    assertThatThrownBy(() -> Literal.column(name))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("is no field of NetSuite");
  }
}
