package dev.onboarding.clm.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenTests {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2024-09-01T00:00:00+02:00",
        "2024-09-01T23:59:59-11:00",
        "2024-09-01T00:00:00Z",
        "2024-09-01"
      })
  void keepsTheDayThatIsWritten(String text) {
    assertThat(Written.date("effective_date", text)).isEqualTo(LocalDate.of(2024, 9, 1));
  }

  @Test
  void readsMomentsWithSevenDigits() {
    assertThat(Written.moment("sentDateTime", "2026-04-06T12:30:00.1230000Z"))
        .isEqualTo(Instant.parse("2026-04-06T12:30:00.123Z"));
  }

  @Test
  void takesNothingForNothing() {
    assertThat(Written.date("d", null)).isNull();
    assertThat(Written.date("d", " ")).isNull();
    assertThat(Written.moment("m", "")).isNull();
    assertThat(Written.number("n", null)).isNull();
  }

  @Test
  void namesWhatCannotBeRead() {
    assertThatThrownBy(() -> Written.date("effective_date", "next spring"))
        .hasMessageContaining("effective_date holds no date");
    assertThatThrownBy(() -> Written.moment("sentDateTime", "yesterday"))
        .hasMessageContaining("sentDateTime holds no moment");
    assertThatThrownBy(() -> Written.number("routingOrder", "first"))
        .hasMessageContaining("routingOrder holds no number");
  }

  @Test
  void leavesWhatAPersonWroteFreelyUnread() {
    assertThat(Written.freeDate("1 September 2024")).isNull();
    assertThat(Written.freeDate(" 2024-09-01 ")).isEqualTo(LocalDate.of(2024, 9, 1));
    assertThat(Written.freeDate("2024-13-45")).isNull();
  }
}
