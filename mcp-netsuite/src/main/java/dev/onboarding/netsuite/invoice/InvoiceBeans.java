package dev.onboarding.netsuite.invoice;

import dev.onboarding.netsuite.suiteql.SuiteQl;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Offers the invoices as tools.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(InvoiceIdentity.class)
public class InvoiceBeans {

  @Bean
  InvoiceTools invoiceTools(SuiteQl netSuite, InvoiceIdentity identity, Clock clock) {
    return new InvoiceTools(new Invoices(netSuite, identity, clock));
  }
}
