package dev.onboarding.salesforce.snapshot;

import dev.onboarding.salesforce.org.SalesforceQueries;
import dev.onboarding.salesforce.records.RecordBeans;
import dev.onboarding.salesforce.records.RecordReader;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// Declares the snapshot tools.
@Configuration(proxyBeanMethods = false)
@Import(RecordBeans.class)
public class SnapshotBeans {

  @Bean
  Snapshots snapshots(SalesforceQueries queries, RecordReader reader, Clock clock) {
    return new Snapshots(queries, reader, clock);
  }

  @Bean
  SnapshotTools snapshotTools(Snapshots snapshots) {
    return new SnapshotTools(snapshots);
  }
}
