package dev.onboarding.allinone.identity;

import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.oauth2.server.authorization.client.JdbcRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;

/// Keeps the clients that register themselves, so that an assistant is known after a restart.
@Configuration(proxyBeanMethods = false)
class RegisteredClients {

  private static final String SCHEMA = "identity";

  /// A type of its own: beside it there are the clients that are known from the start.
  record Kept(RegisteredClientRepository clients) {}

  /// Without a pool: a client registers once, and a login is rare.
  @Bean
  Kept kept(IdentitySettings settings) {
    var database = new PGSimpleDataSource();
    database.setUrl(settings.databaseUrl());
    database.setUser("postgres");
    database.setPassword(settings.databasePassword().reveal());
    database.setCurrentSchema(SCHEMA);
    Flyway.configure()
        .dataSource(database)
        .schemas(SCHEMA)
        .locations("classpath:db/identity")
        .load()
        .migrate();
    return new Kept(new JdbcRegisteredClientRepository(new JdbcTemplate(database)));
  }
}
