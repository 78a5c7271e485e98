package dev.onboarding.sandbox.docusign;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Who may call DocuSign, and how often.
///
/// @param limitStatus how the hourly and the burst limit are refused: 400 today, 429 in future
@ConfigurationProperties("sandbox.docusign")
public record DocuSignSettings(
    @DefaultValue("sandbox-docusign") String integrationKey,
    @DefaultValue("11111111-1111-4111-8111-111111111111") String userId,
    @DefaultValue("22222222-2222-4222-8222-222222222222") String accountId,
    @DefaultValue("account-d.docusign.com") String audience,
    @DefaultValue("3000") int hourlyLimit,
    @DefaultValue("500") int burstLimit,
    @DefaultValue("400") int limitStatus,
    @DefaultValue("1h") Duration session) {}
