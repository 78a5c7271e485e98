package dev.onboarding.salesforce.org;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.onboarding.model.FailureException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class RowTests {

  @Test
  void readsEachKindOfField() {
    Row row =
        row(
            """
            {"Name": "Acme", "IsWon": true, "Amount": 12.50, "ContractTerm": 12.0,
             "CloseDate": "2030-01-31", "LastModifiedDate": "2030-01-31T20:49:32.000+0000",
             "Owner": {"Name": "Dana"}}\
            """);

    assertThat(row.text("Name")).isEqualTo("Acme");
    assertThat(row.flag("IsWon")).isTrue();
    assertThat(row.decimal("Amount")).isEqualByComparingTo(new BigDecimal("12.5"));
    assertThat(row.integer("ContractTerm")).isEqualTo(12);
    assertThat(row.date("CloseDate")).isEqualTo(LocalDate.of(2030, 1, 31));
    assertThat(row.moment("LastModifiedDate")).isEqualTo(Instant.parse("2030-01-31T20:49:32Z"));
    assertThat(row.parent("Owner").text("Name")).isEqualTo("Dana");
  }

  @Test
  void readsWhatIsEmptyOrWasNotAskedForAsAbsent() {
    Row row = row("{\"A\": null, \"B\": \"  \"}");

    for (String field : new String[] {"A", "B", "C", ""}) {
      assertThat(row.text(field)).isNull();
      assertThat(row.date(field)).isNull();
      assertThat(row.moment(field)).isNull();
    }
    assertThat(row.decimal("A")).isNull();
    assertThat(row.integer("C")).isNull();
    assertThat(row.parent("A")).isNull();
    assertThat(row.parent("C")).isNull();
  }

  @Test
  void refusesAFieldOfAnotherKind() {
    refuses("{\"F\": 1}", row -> row.text("F"));
    refuses("{\"F\": {}}", row -> row.text("F"));
    refuses("{\"F\": \"true\"}", row -> row.flag("F"));
    refuses("{\"F\": null}", row -> row.flag("F"));
    refuses("{}", row -> row.flag("F"));
    refuses("{\"F\": \"12\"}", row -> row.decimal("F"));
    refuses("{\"F\": 1.5}", row -> row.integer("F"));
    refuses("{\"F\": 99999999999}", row -> row.integer("F"));
    refuses("{\"F\": \"2030-13-01\"}", row -> row.date("F"));
    refuses("{\"F\": \"yesterday\"}", row -> row.moment("F"));
    refuses("{\"F\": []}", row -> row.parent("F"));
  }

  private static void refuses(String json, Function<Row, Object> reading) {
    assertThatThrownBy(() -> reading.apply(row(json)))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("UNREADABLE_ANSWER")
        .hasMessageContaining("F is n");
  }

  private static Row row(String json) {
    return new Row(JsonMapper.shared().readTree(json));
  }
}
