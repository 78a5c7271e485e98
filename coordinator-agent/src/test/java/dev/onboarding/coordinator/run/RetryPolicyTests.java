package dev.onboarding.coordinator.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryPolicyTests {

  @ParameterizedTest
  @CsvSource({"1, 2", "2, 4", "5, 32", "6, 60", "1000, 60", "0, 2"})
  void waitsLongerEachTimeUpToTheLimit(int failures, int seconds) {
    assertThat(new RetryPolicy(RunDatabase.SETTINGS).backoff(failures)).hasSeconds(seconds);
  }
}
