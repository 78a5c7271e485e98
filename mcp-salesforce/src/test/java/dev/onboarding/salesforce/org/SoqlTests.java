package dev.onboarding.salesforce.org;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SoqlTests {

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "ACME-001, 'ACME-001'",
        "x' OR Name != ', 'x\\' OR Name != \\''",
        "back\\slash, 'back\\\\slash'",
        "trailing\\, 'trailing\\\\'",
        "`a\nb\rc\td`, 'a\\nb\\rc\\td'",
        "say \"hi\", 'say \\\"hi\\\"'",
        "100%_, '100%_'",
      })
  void writesAValueSoThatItStaysAValue(String value, String literal) {
    assertThat(Soql.literal(value)).isEqualTo(literal);
  }

  @Test
  void comparesWithOneValueAndListsMore() {
    assertThat(Soql.oneOf("Id", List.of("a"))).isEqualTo("Id = 'a'");
    assertThat(Soql.oneOf("Id", List.of("a", "b'"))).isEqualTo("Id IN ('a','b\\'')");
  }

  @Test
  void refusesToAskForNothing() {
    assertThatIllegalArgumentException().isThrownBy(() -> Soql.oneOf("Id", List.of()));
  }
}
