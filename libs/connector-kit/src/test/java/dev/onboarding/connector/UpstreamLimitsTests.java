package dev.onboarding.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.onboarding.model.secret.Secret;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;

class UpstreamLimitsTests {

  @Test
  void bindsItsDefaultsWhenNothingIsConfigured() {
    assertThat(bound(Map.of("crm.secret", "x")).upstream()).isEqualTo(UpstreamLimits.standard());
  }

  @Test
  void triesAgainAfterOneTwoAndFourSecondsByDefault() {
    assertThat(UpstreamLimits.standard().retries().delays())
        .containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4));
    assertThat(UpstreamLimits.standard().largestAnswer()).isEqualTo(DataSize.ofMegabytes(32));
  }

  @Test
  void bindsEveryKey() {
    var limits =
        bound(
                Map.ofEntries(
                    Map.entry("crm.secret", "x"),
                    Map.entry("crm.upstream.connect-timeout", "1s"),
                    Map.entry("crm.upstream.request-timeout", "2s"),
                    Map.entry("crm.upstream.largest-answer", "3MB"),
                    Map.entry("crm.upstream.permits", "4"),
                    Map.entry("crm.upstream.permit-wait", "5s"),
                    Map.entry("crm.upstream.retries.delays", "6ms,7ms"),
                    Map.entry("crm.upstream.retries.longest-wait", "8s"),
                    Map.entry("crm.upstream.breaker.failure-rate-percent", "9"),
                    Map.entry("crm.upstream.breaker.window", "11"),
                    Map.entry("crm.upstream.breaker.least-calls", "10"),
                    Map.entry("crm.upstream.breaker.pause", "12s")))
            .upstream();

    assertThat(limits)
        .isEqualTo(
            new UpstreamLimits(
                Duration.ofSeconds(1),
                Duration.ofSeconds(2),
                DataSize.ofMegabytes(3),
                4,
                Duration.ofSeconds(5),
                new UpstreamLimits.Retries(
                    List.of(Duration.ofMillis(6), Duration.ofMillis(7)), Duration.ofSeconds(8)),
                new UpstreamLimits.Breaker(9, 11, 10, Duration.ofSeconds(12))));
  }

  @ParameterizedTest
  @CsvSource({
    "connect-timeout, 0s, connect-timeout must be longer than zero",
    "request-timeout, -1s, request-timeout must be longer than zero",
    "largest-answer, 0B, largest-answer must be above 0",
    "permits, 0, permits must be at least 1",
    "permit-wait, -1s, permit-wait must not be negative",
    "'retries.delays', '1s,1s,1s,1s', retries.delays takes at most three",
    "'retries.delays', '-1s', retries.delays must not hold a negative",
    "retries.longest-wait, -1s, retries.longest-wait must not be negative",
    "breaker.failure-rate-percent, 101, breaker.failure-rate-percent must be 1 to 100",
    "breaker.window, 0, breaker.window must be at least 1",
    "breaker.least-calls, 41, breaker.least-calls must be 1 to breaker.window",
    "breaker.pause, 0s, breaker.pause must be longer than zero",
  })
  void refusesALimitThatCannotWork(String key, String value, String message) {
    assertThatThrownBy(() -> bound(Map.of("crm.secret", "x", "crm.upstream." + key, value)))
        .rootCause()
        .hasMessageContaining(message);
  }

  @Test
  void bindsASecretAndNeverShowsIt() {
    Crm crm = bound(Map.of("crm.secret", "hunter2"));

    assertThat(crm.secret().reveal()).isEqualTo("hunter2");
    assertThat(crm.toString()).contains("***").doesNotContain("hunter2");
    assertThat(crm.secret()).isEqualTo(new Secret("hunter2")).isNotEqualTo(new Secret("other"));
  }

  private static Crm bound(Map<String, String> values) {
    return new Binder(new MapConfigurationPropertySource(values))
        .bind("crm", Crm.class)
        .orElseThrow(AssertionError::new);
  }

  record Crm(Secret secret, @DefaultValue UpstreamLimits upstream) {}
}
