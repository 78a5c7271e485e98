package dev.onboarding.coordinator.docusign;

import dev.onboarding.model.secret.Secret;
import dev.onboarding.model.secret.SecretSource;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/// Which events of DocuSign Connect are believed.
///
/// @param keys the account's active HMAC keys, of which any may have signed; none when events are
///   refused
/// @param maxBody largest event, without the documents that Connect can be told to enclose
/// @param lookAgain how often events are looked at again that came while their run was busy
@Validated
@ConfigurationProperties(prefix = "onboarding.docusign-connect", ignoreUnknownFields = false)
public record ConnectSettings(
    @DefaultValue List<@Valid Key> keys,
    @NotNull @DefaultValue("1MB") DataSize maxBody,
    @NotNull @DefaultValue("30s") Duration lookAgain) {

  public ConnectSettings {
    keys = keys.stream().filter(key -> !key.source("").isMissing()).toList();
  }

  /// One key: as a value, or as a file that may be exchanged at any time.
  public record Key(@Nullable Secret value, @Nullable String file) {

    SecretSource source(String variable) {
      return new SecretSource(variable, value, file);
    }
  }
}
