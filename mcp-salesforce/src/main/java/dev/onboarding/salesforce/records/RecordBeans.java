package dev.onboarding.salesforce.records;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Provides the reader of records for the fields that are configured.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FieldProperties.class)
public class RecordBeans {

  @Bean
  RecordReader recordReader(FieldProperties fields) {
    return new RecordReader(fields);
  }
}
