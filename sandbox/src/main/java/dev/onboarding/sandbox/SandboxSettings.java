package dev.onboarding.sandbox;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.Resource;

/// What the sandbox as a whole is told at start.
///
/// @param accounts the file of stories
/// @param callsKept how many calls of each system are kept in full
/// @param smtpPort 0 for any
@ConfigurationProperties("sandbox")
record SandboxSettings(
    @DefaultValue("classpath:sandbox/accounts.yaml") Resource accounts,
    @DefaultValue("50000") int callsKept,
    @DefaultValue("127.0.0.1") String smtpAddress,
    @DefaultValue("8096") int smtpPort) {}
