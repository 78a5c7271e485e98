package dev.onboarding.netsuite.suiteql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.onboarding.model.FailureException;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class RowTests {

  @Test
  void readsTextsNumbersDatesAndFlags() {
    Row row =
        row(
            """
            {"links":[],"id":"1227","total":"2010.50","count":3,"due":"2026-05-06","voided":"T"}\
            """);

    assertThat(row.text("id")).isEqualTo("1227");
    assertThat(row.number("total")).isEqualByComparingTo("2010.50");
    assertThat(row.number("count")).isEqualByComparingTo("3");
    assertThat(row.date("due")).isEqualTo(LocalDate.of(2026, 5, 6));
    assertThat(row.flag("voided")).isTrue();
  }

  @Test
  void takesOmittedAndEmptyColumnsForAbsent() {
    Row row = row("{\"name\":\"\",\"due\":null}");

    assertThat(row.text("name")).isNull();
    assertThat(row.date("due")).isNull();
    assertThat(row.number("total")).isNull();
    assertThat(row.flag("voided")).isFalse();
  }

  @Test
  void failsOnWhatItCannotRead() {
    Row row =
        row(
            "{\"total\":\"a lot\",\"due\":\"06.05.2026\",\"id\":{},\"big\":\"%s\"}"
                .formatted("9".repeat(41)));

    assertUnreadable(() -> row.number("total"), "total");
    assertUnreadable(() -> row.number("big"), "big");
    assertUnreadable(() -> row.date("due"), "due");
    assertUnreadable(() -> row.text("id"), "id");
    assertUnreadable(() -> row.required("name"), "name");
  }

  private static void assertUnreadable(Runnable read, String column) {
    assertThatThrownBy(read::run)
        .isInstanceOfSatisfying(
            FailureException.class,
            e -> assertThat(e.failure().errorCode()).isEqualTo("UNREADABLE_ANSWER"))
        .hasMessageContaining("column " + column);
  }

  private static Row row(String json) {
    return Answers.rows(json).getFirst();
  }
}
