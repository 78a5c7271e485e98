package dev.onboarding.coordinator.api;

import dev.onboarding.coordinator.candidate.CandidateSettings;
import dev.onboarding.coordinator.candidate.CompareRuleSets;
import dev.onboarding.coordinator.evidence.AuditRows;
import dev.onboarding.coordinator.evidence.WriteBundle;
import dev.onboarding.coordinator.govern.DocumentDesk;
import dev.onboarding.coordinator.govern.Documents;
import dev.onboarding.coordinator.history.KeepCase;
import dev.onboarding.coordinator.http.StrictJson;
import dev.onboarding.coordinator.pipeline.RuleSets;
import dev.onboarding.coordinator.replay.ReplayAll;
import dev.onboarding.coordinator.replay.StoredRecords;
import dev.onboarding.edge.audit.AuditTrail;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/// Assembles what proves decisions and compares rule sets, for people.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CandidateSettings.class)
public class ProofConfiguration {

  @Bean
  StoredRecords storedRecords(JdbcClient jdbc, PlatformTransactionManager transactions) {
    return new StoredRecords(jdbc, transactions);
  }

  @Bean
  ReplayController replayController(StoredRecords records, RuleSets rules) {
    return new ReplayController(records, rules::text, new ReplayAll(records, rules::text));
  }

  @Bean
  EvidenceController evidenceController(
      StoredRecords records, RuleSets rules, JdbcClient jdbc, AuditTrail trail, Clock clock) {
    return new EvidenceController(
        new WriteBundle(records, rules::text, new AuditRows(jdbc, trail), clock),
        new KeepCase(records, rules::text));
  }

  @Bean
  DocumentController documentController(StrictJson json, DocumentDesk desk, Documents documents) {
    return new DocumentController(json, desk, documents);
  }

  @Bean
  ComparisonController comparisonController(
      Documents documents, JdbcClient jdbc, CandidateSettings settings, Clock clock) {
    return new ComparisonController(documents, new CompareRuleSets(jdbc, settings, clock));
  }

  @Bean
  ShadowController shadowController(Documents documents, JdbcClient jdbc) {
    return new ShadowController(documents, jdbc);
  }
}
