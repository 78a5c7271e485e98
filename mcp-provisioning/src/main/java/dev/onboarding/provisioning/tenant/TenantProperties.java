package dev.onboarding.provisioning.tenant;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How tenants are asked for.
///
/// @param lead how long one caller alone asks for a tenant before another may take over; too short
///   costs a repeated request, never a second tenant
/// @param look how often the others look what has come of it
@ConfigurationProperties(prefix = "provisioning.tenant", ignoreUnknownFields = false)
public record TenantProperties(
    @DefaultValue("30s") Duration lead, @DefaultValue("100ms") Duration look) {}
