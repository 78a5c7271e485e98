package dev.onboarding.provisioning.checklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/// Which day it is, and where.
class CalendarDayTests {

  private static final ZoneId AUCKLAND = ZoneId.of("Pacific/Auckland");
  private static final ZoneId LOS_ANGELES = ZoneId.of("America/Los_Angeles");

  @Test
  void isTheSameDayEverywhereWhenADayIsGiven() {
    CalendarDay day = CalendarDay.parse("start_date", "2030-05-06");

    assertThat(day.in(AUCKLAND)).isEqualTo(day.in(LOS_ANGELES)).isEqualTo("2030-05-06");
  }

  @Test
  void isTheDayOfTheZoneWhenAnInstantIsGiven() {
    CalendarDay moment = CalendarDay.parse("start_date", "2030-05-06T13:00:00+00:00");

    assertThat(moment.in(AUCKLAND)).isEqualTo(LocalDate.of(2030, 5, 7));
    assertThat(moment.in(LOS_ANGELES)).isEqualTo(LocalDate.of(2030, 5, 6));
  }

  @Test
  void namesWhatItCannotRead() {
    assertThatThrownBy(() -> CalendarDay.parse("start_date", "06.05.2030"))
        .hasMessageContaining("start_date '06.05.2030'");
    assertThatThrownBy(() -> CalendarDay.parse("start_date", "2030-02-30"))
        .hasMessageContaining("INVALID_DATE");
    assertThatThrownBy(() -> CalendarDay.zone("Berlin")).hasMessageContaining("'Berlin'");
  }
}
