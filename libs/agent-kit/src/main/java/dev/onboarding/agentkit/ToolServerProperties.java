package dev.onboarding.agentkit;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.ConstructorBinding;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// Where the other servers are.
///
/// @param servers endpoint of each server by its short name
/// @param callTimeout how long one call may take when the caller set no deadline; longer than a
///   connector's retries
/// @param connectTimeout how long a connection may take
/// @param contractRecheck how often a server that lacks a tool is looked at again
@Validated
@ConfigurationProperties(prefix = "onboarding.tools", ignoreUnknownFields = false)
public record ToolServerProperties(
    @DefaultValue Map<String, URI> servers,
    @NotNull @DefaultValue("45s") Duration callTimeout,
    @NotNull @DefaultValue("2s") Duration connectTimeout,
    @NotNull @DefaultValue("5s") Duration contractRecheck) {

  @ConstructorBinding
  public ToolServerProperties {}

  /// With the usual time between two looks at a server that lacks a tool.
  public ToolServerProperties(
      Map<String, URI> servers, Duration callTimeout, Duration connectTimeout) {
    this(servers, callTimeout, connectTimeout, Duration.ofSeconds(5));
  }
}
