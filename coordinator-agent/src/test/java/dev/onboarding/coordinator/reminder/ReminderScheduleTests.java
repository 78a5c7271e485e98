package dev.onboarding.coordinator.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.schedule.CronSchedule;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class ReminderScheduleTests {

  @Test
  void looksEveryMorningAtEightWhereTheCompanyIs() {
    var settings =
        new Binder(new MapConfigurationPropertySource())
            .bindOrCreate("onboarding.reminders", ReminderSettings.class);
    var zone = ZoneId.of("Pacific/Auckland");
    var midnight = LocalDate.EPOCH.plusDays(20_000).atStartOfDay(zone).toInstant();

    var next = new CronSchedule(settings.cron(), zone).getNextExecutionTime(ended(midnight));

    assertThat(next.atZone(zone).toLocalTime()).isEqualTo(LocalTime.of(8, 0));
    assertThat(Duration.between(midnight, next)).isLessThan(Duration.ofHours(24));
  }

  private static ExecutionComplete ended(Instant at) {
    return ExecutionComplete.simulatedSuccess(at);
  }
}
