package dev.onboarding.sandbox.salesforce;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Who may call Salesforce, and how often.
///
/// @param dailyLimit calls a day
/// @param mostRowsPerPage the service may always return fewer than were asked for
@ConfigurationProperties("sandbox.salesforce")
public record SalesforceSettings(
    @DefaultValue("sandbox-salesforce") String clientId,
    @DefaultValue("sandbox-salesforce-secret") String clientSecret,
    @DefaultValue("100000") int dailyLimit,
    @DefaultValue("2000") int mostRowsPerPage,
    @DefaultValue("2h") Duration session) {}
