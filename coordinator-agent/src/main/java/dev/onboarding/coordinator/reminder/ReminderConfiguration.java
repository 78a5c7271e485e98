package dev.onboarding.coordinator.reminder;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.CronSchedule;
import dev.onboarding.agentkit.NeededTools;
import dev.onboarding.agentkit.ToolServers;
import dev.onboarding.coordinator.effect.MailSettings;
import dev.onboarding.coordinator.effect.Outbox;
import dev.onboarding.coordinator.effect.SlackSettings;
import dev.onboarding.coordinator.pipeline.CompanySettings;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Assembles the schedule of reminders.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ReminderSettings.class)
public class ReminderConfiguration {

  /// What fails in the morning is tried again for about an hour, then the next morning.
  private static final int TRIES = 6;

  private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);

  @Bean
  NeededTools reminderTools() {
    return SendReminders.NEEDED;
  }

  @Bean
  SendReminders sendReminders(
      ToolServers servers, Outbox outbox, SlackSettings slack, MailSettings mail) {
    return new SendReminders(servers, outbox, slack.channel(), mail.customerSuccess());
  }

  /// One execution in the whole system, whichever node it falls to.
  @Bean
  Task<?> reviewTasks(
      SendReminders reminders, ReminderSettings settings, CompanySettings company, Clock clock) {
    var mornings = new CronSchedule(settings.cron(), company.zone());
    return Tasks.recurring("review-tasks", mornings)
        .onFailure(
            FailureHandler.<Void>maxRetries(TRIES)
                .withBackoff(FIRST_PAUSE)
                .then(new FailureHandler.OnFailureReschedule<>(mornings)))
        .execute((instance, context) ->
            reminders.send("review-" + clock.instant().atZone(company.zone()).toLocalDate()));
  }
}
