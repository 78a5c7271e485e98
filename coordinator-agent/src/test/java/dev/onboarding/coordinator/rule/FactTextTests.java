package dev.onboarding.coordinator.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cel.common.values.NullValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Facts in the words of people.
class FactTextTests {

  @Test
  void writesEachKindOfValue() {
    assertThat(text("invoice.days_overdue", "calendar days", 14L)).isEqualTo("14 calendar days");
    assertThat(text("invoice.count", "", 2L)).isEqualTo("2");
    assertThat(text("invoice.paid_share", "share", 0.125)).isEqualTo("12.5 %");
    assertThat(text("invoice.paid_share", "share", 1.0)).isEqualTo("100 %");
    assertThat(text("invoice.exempt", "", true)).isEqualTo("yes");
    assertThat(text("invoice.exempt", "", false)).isEqualTo("no");
    assertThat(text("invoice.number", "", "INV-1")).isEqualTo("INV-1");
    assertThat(text("invoice.number", "", null)).isEqualTo("none");
    assertThat(text("invoice.number", "", NullValue.NULL_VALUE)).isEqualTo("none");
  }

  @Test
  void writesAnAmountWithItsCurrency() {
    assertThat(text("invoice.total_minor", "smallest unit", 600_000L)).isEqualTo("6,000.00 USD");
    assertThat(text("invoice.net_minor", "smallest unit", 600_000L))
        .isEqualTo("600000 in the smallest unit");
  }

  @Test
  void hidesWhatIsPersonal() {
    var name = fact("account.name", "", true);

    assertThat(FactText.value(name, "Acme", others -> Optional.empty())).isEqualTo("***");
    assertThat(FactText.value(name, null, others -> Optional.empty())).isEqualTo("none");
  }

  @Test
  void namesAFactWithoutItsPrefixAndUnit() {
    assertThat(FactText.name(fact("invoice.days_overdue", "", false))).isEqualTo("days overdue");
    assertThat(FactText.name(fact("invoice.total_minor", "", false))).isEqualTo("total");
  }

  private static String text(String name, String unit, @Nullable Object value) {
    Map<String, Object> others = Map.of("invoice.total_currency", "USD");
    return FactText.value(
        fact(name, unit, false), value, other -> Optional.ofNullable(others.get(other)));
  }

  private static FactEntry fact(String name, String unit, boolean personal) {
    return new FactEntry(
        name, FactType.INT, true, unit, "A meaning.", personal, List.of(), List.of());
  }
}
