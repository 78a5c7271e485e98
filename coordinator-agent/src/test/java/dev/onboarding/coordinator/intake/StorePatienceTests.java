package dev.onboarding.coordinator.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.onboarding.coordinator.http.ProblemException;
import dev.onboarding.coordinator.http.ProblemType;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;

class StorePatienceTests {

  @Test
  void waitsNoLongerThanItMayAndLeavesTheWorkInPeace() throws InterruptedException {
    var finished = new CountDownLatch(1);
    var answered = new CountDownLatch(1);
    try (var patience = new StorePatience(Duration.ofMillis(50))) {
      assertThatThrownBy(() ->
              patience.within(() -> {
                try {
                  answered.await();
                  finished.countDown();
                } catch (InterruptedException disturbed) {
                  throw new IllegalStateException(disturbed);
                }
                return "late";
              }))
          .isInstanceOfSatisfying(
              ProblemException.class,
              refused -> assertThat(refused.type()).isEqualTo(ProblemType.STORE_UNAVAILABLE));

      answered.countDown();
      assertThat(finished.await(5, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void passesOnWhatComesInTime() {
    try (var patience = new StorePatience(Duration.ofSeconds(5))) {
      assertThat(patience.within(() -> "stored")).isEqualTo("stored");
      assertThatThrownBy(() ->
              patience.within(() -> {
                throw new DataAccessResourceFailureException("gone");
              }))
          .isInstanceOf(DataAccessResourceFailureException.class);
    }
  }
}
