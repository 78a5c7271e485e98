package dev.onboarding.coordinator.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import dev.cel.common.values.NullValue;
import dev.onboarding.model.Money;
import dev.onboarding.model.finding.Fact;
import dev.onboarding.model.finding.LinkKind;
import dev.onboarding.model.finding.Personal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Every kind of component that a finding can have, and what rules see of it.
class FactReaderTests {

  record Sample(
      @Fact("A count.") int count,
      @Fact("A large count.") long large,
      @Fact(value = "Days.", unit = "days") @Nullable Integer daysLeft,
      @Fact("A flag.") boolean flag,
      @Fact("Perhaps a flag.") @Nullable Boolean perhaps,
      @Fact(value = "A part.", unit = "share", from = "record.part") double part,
      @Fact("A text.") @Nullable String text,
      @Fact(
              value = "One of two.",
              values = {"a", "b"})
          String oneOf,
      @Fact("A day.") @Nullable LocalDate day,
      @Fact("A kind.") LinkKind kind,
      @Fact("An amount.") @Nullable Money amount,
      @Fact("A name.") @Personal String name,
      String sentence) {}

  private static final Sample FULL =
      new Sample(
          1,
          2L,
          3,
          true,
          false,
          0.5,
          "text",
          "a",
          LocalDate.parse("2026-01-31"),
          LinkKind.DEAL_ACCOUNT,
          Money.of("12.34", "USD"),
          "Acme",
          "A sentence.");

  private static final Sample EMPTY =
      new Sample(0, 0, null, false, null, 0, null, "b", null, LinkKind.CUSTOMER_NAME, null, "", "");

  @Test
  void listsWhatRulesMayAskFor() {
    assertThat(entries().stream().map(FactReaderTests::shown))
        .containsExactly(
            "sample.count INT  []",
            "sample.large INT  []",
            "sample.days_left INT? days []",
            "sample.flag BOOL  []",
            "sample.perhaps BOOL?  []",
            "sample.part DOUBLE share []",
            "sample.text STRING?  []",
            "sample.one_of STRING  [a, b]",
            "sample.day STRING?  []",
            "sample.kind STRING  " + List.of(LinkKind.values()),
            "sample.amount_minor INT? smallest unit of the currency []",
            "sample.amount_currency STRING? ISO 4217 []",
            "sample.name STRING  []");
    assertThat(entries())
        .filteredOn(FactEntry::personal)
        .extracting(FactEntry::name)
        .containsExactly("sample.name");
    assertThat(entries()).flatExtracting(FactEntry::from).containsExactly("record.part");
    assertThat(entries()).extracting(FactEntry::meaning).startsWith("A count.").endsWith("A name.");
  }

  @Test
  void showsEachAsConditionsCompareIt() {
    assertThat(seen(FULL))
        .containsOnly(
            entry("sample.count", 1L),
            entry("sample.large", 2L),
            entry("sample.days_left", 3L),
            entry("sample.flag", true),
            entry("sample.perhaps", false),
            entry("sample.part", 0.5),
            entry("sample.text", "text"),
            entry("sample.one_of", "a"),
            entry("sample.day", "2026-01-31"),
            entry("sample.kind", "DEAL_ACCOUNT"),
            entry("sample.amount_minor", 1234L),
            entry("sample.amount_currency", "USD"),
            entry("sample.name", "Acme"));
  }

  @Test
  void showsWhatIsConfirmedAbsentAsNull() {
    assertThat(seen(EMPTY))
        .containsEntry("sample.days_left", NullValue.NULL_VALUE)
        .containsEntry("sample.perhaps", NullValue.NULL_VALUE)
        .containsEntry("sample.text", NullValue.NULL_VALUE)
        .containsEntry("sample.day", NullValue.NULL_VALUE)
        .containsEntry("sample.amount_minor", NullValue.NULL_VALUE)
        .containsEntry("sample.amount_currency", NullValue.NULL_VALUE)
        .containsEntry("sample.flag", false);
  }

  @Test
  void takesAnAmountThatCannotBeCountedForNone() {
    record Priced(@Fact("An amount.") Money amount) {}
    var huge = new Priced(new Money(new BigDecimal("1e30"), "USD"));

    var reader = new FactReader("priced", Priced.class.getRecordComponents()[0]);

    assertThat(reader.seen().get("priced.amount_minor").apply(huge))
        .isEqualTo(NullValue.NULL_VALUE);
    assertThat(reader.seen().get("priced.amount_currency").apply(huge)).isEqualTo("USD");
  }

  @Test
  void refusesATypeThatNoConditionCompares() {
    record Odd(@Fact("A list.") List<String> list) {}

    assertThatThrownBy(() -> new FactReader("odd", Odd.class.getRecordComponents()[0]))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("java.util.List");
  }

  @Test
  void givesSentencesTheValueAndItsUnit() {
    var readers = readers();

    assertThat(readers.get(5).raw(FULL)).isEqualTo(0.5);
    assertThat(readers.get(5).unit()).isEqualTo("share");
    assertThat(readers.get(5).name()).isEqualTo("sample.part");
    assertThat(readers.getLast().unit()).isEmpty();
    assertThat(readers.getLast().raw(FULL)).isEqualTo("A sentence.");
  }

  private static List<FactReader> readers() {
    return Arrays.stream(Sample.class.getRecordComponents())
        .map(component -> new FactReader("sample", component))
        .toList();
  }

  private static List<FactEntry> entries() {
    return readers().stream().flatMap(reader -> reader.entries().stream()).toList();
  }

  private static String shown(FactEntry entry) {
    return "%s %s%s %s %s"
        .formatted(
            entry.name(), entry.type(), entry.nullable() ? "?" : "", entry.unit(), entry.values());
  }

  private static Map<String, Object> seen(Sample sample) {
    var seen = new LinkedHashMap<String, Object>();
    readers()
        .forEach(reader ->
            reader.seen().forEach((name, reading) -> seen.put(name, reading.apply(sample))));
    return seen;
  }
}
