package dev.onboarding.sandbox.keys;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// Whether the development keys outlive a restart.
///
/// @param folder where they are kept; made anew at each start when it is not set
@ConfigurationProperties("sandbox.keys")
public record KeySettings(@Nullable Path folder) {}
