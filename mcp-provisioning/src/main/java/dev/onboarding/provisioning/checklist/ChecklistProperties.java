package dev.onboarding.provisioning.checklist;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Which checklist new customers get.
///
/// @param template where the template is; a `file:` address replaces the one that comes along
@ConfigurationProperties(prefix = "provisioning.checklist", ignoreUnknownFields = false)
public record ChecklistProperties(
    @DefaultValue("classpath:provisioning/checklist.yaml") String template) {}
