package dev.onboarding.connector.quota;

import dev.onboarding.testkit.TestPostgres;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/// A database with the schema `quota`, for one test class.
final class QuotaDatabase {

  final DataSource dataSource = TestPostgres.dataSource();
  final JdbcTemplate jdbc = new JdbcTemplate(dataSource);

  QuotaDatabase() {
    QuotaSchema.migrate(dataSource);
  }

  void clear() {
    jdbc.execute(
        "truncate quota.permits, quota.waiters, quota.buckets, quota.gauges, quota.readings,"
            + " quota.breakers, quota.ledger");
  }
}
