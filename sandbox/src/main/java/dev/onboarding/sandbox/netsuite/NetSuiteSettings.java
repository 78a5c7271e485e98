package dev.onboarding.sandbox.netsuite;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Who may call NetSuite, and how many at a time.
///
/// @param certificateId the `kid` of an assertion signed with the key `netsuite` (PS256, 384, 512)
/// @param ellipticCertificateId the `kid` for the key `netsuite-ec` (ES256)
/// @param concurrency calls of the whole account that run at the same time
@ConfigurationProperties("sandbox.netsuite")
public record NetSuiteSettings(
    @DefaultValue("sandbox-netsuite") String clientId,
    @DefaultValue("sandbox-certificate") String certificateId,
    @DefaultValue("sandbox-certificate-ec") String ellipticCertificateId,
    @DefaultValue("5") int concurrency,
    @DefaultValue("60m") Duration session) {}
