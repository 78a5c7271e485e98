package dev.onboarding.coordinator.effect;

import dev.onboarding.coordinator.run.RunStores;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSender;
import tools.jackson.databind.json.JsonMapper;

/// Assembles the outbox.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({SlackSettings.class, PaceSettings.class, MailSettings.class})
public class EffectConfiguration {

  @Bean
  Effects effects(JdbcClient jdbc, JsonMapper json, Clock clock) {
    return new Effects(jdbc, json, clock);
  }

  @Bean
  SlackClient slackClient(SlackSettings settings, JsonMapper json, Clock clock) {
    return new SlackClient(settings, json, clock);
  }

  @Bean
  MailRelay mailRelay(JavaMailSender sender, MailSettings settings, Clock clock) {
    return new MailRelay(sender, settings, clock);
  }

  @Bean
  Pace slackPace(JdbcClient jdbc, PaceSettings settings) {
    return new Pace(jdbc, settings);
  }

  @Bean
  Outbox outbox(
      Effects effects,
      RunStores stores,
      Pace pace,
      SlackClient slack,
      MailRelay mail,
      Clock clock) {
    return new Outbox(effects, stores, pace, slack, mail, clock);
  }
}
