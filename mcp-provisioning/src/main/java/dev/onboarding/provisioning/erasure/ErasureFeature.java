package dev.onboarding.provisioning.erasure;

import dev.onboarding.provisioning.decision.SignedDecisions;
import dev.onboarding.provisioning.idempotency.RecordedAnswers;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/// Puts the erasing of personal data together.
@Configuration(proxyBeanMethods = false)
public class ErasureFeature {

  @Bean
  ErasePersonalData erasePersonalData(
      SignedDecisions decisions,
      RecordedAnswers answers,
      JdbcClient db,
      JsonMapper json,
      Clock clock) {
    return new ErasePersonalData(decisions, answers, new PersonalRows(db, json), clock);
  }

  @Bean
  ErasureTools erasureTools(ErasePersonalData erasure) {
    return new ErasureTools(erasure);
  }
}
