package dev.onboarding.salesforce.lookup;

import dev.onboarding.salesforce.org.SalesforceQueries;
import dev.onboarding.salesforce.records.RecordBeans;
import dev.onboarding.salesforce.records.RecordReader;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// Declares the tools for single records and for deals won.
@Configuration(proxyBeanMethods = false)
@Import(RecordBeans.class)
public class LookupBeans {

  @Bean
  LookupTools lookupTools(SalesforceQueries queries, RecordReader reader) {
    return new LookupTools(new CrmRecords(queries, reader));
  }

  @Bean
  ClosedWonTools closedWonTools(SalesforceQueries queries, RecordReader reader) {
    return new ClosedWonTools(queries, reader);
  }
}
