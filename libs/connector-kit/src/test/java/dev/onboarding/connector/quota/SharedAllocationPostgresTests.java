package dev.onboarding.connector.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.onboarding.model.ErrorType;
import dev.onboarding.model.FailureException;
import dev.onboarding.testkit.SettableClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SharedAllocationPostgresTests {

  private static final QuotaDatabase DATABASE = new QuotaDatabase();
  private static final boolean PERSON = true;
  private static final boolean MACHINE = false;

  private final SettableClock clock = SettableClock.at(Instant.parse("2030-01-01T10:00:00Z"));
  private final Gauges gauges = new Gauges(DATABASE.jdbc, new SimpleMeterRegistry(), clock);
  private final SharedAllocation one = node();
  private final SharedAllocation other = node();

  @BeforeEach
  void clear() {
    DATABASE.clear();
  }

  @Test
  void letsCallsGoWhileNothingIsKnown() {
    one.begin(MACHINE);
  }

  @Test
  void keepsTheRestForPeople() {
    heard(90);

    FailureException refused = refused(one);

    assertThat(refused.failure().errorType()).isEqualTo(ErrorType.RATE_LIMIT);
    assertThat(refused.failure().errorCode()).isEqualTo("ALLOCATION_KEPT_FOR_PEOPLE");
    assertThat(refused.failure().message()).contains("90 of 100").contains("last 10");
    assertThat(refused.failure().retryAfter()).isEqualTo(15 * 60);
    one.begin(PERSON);
  }

  @Test
  void countsCallsThatAreUnderWay() {
    heard(88);

    one.begin(MACHINE);
    one.begin(MACHINE);

    refused(one);
    one.end();
    one.begin(MACHINE);
  }

  @Test
  void letsTheOtherNodesKnow() {
    heard(95);

    refused(other);
  }

  @Test
  void looksAgainWithOneCallOfAllNodes() {
    heard(95);
    refused(one);
    refused(other);

    clock.advance(Duration.ofMinutes(15));

    one.begin(MACHINE);
    refused(other);
    one.said(new Usage(10, 100));
    one.begin(MACHINE);
  }

  private void heard(long used) {
    one.said(new Usage(used, 100));
    gauges.read("crm", "daily", new Usage(used, 100), 10, null);
    gauges.write();
  }

  private static FailureException refused(SharedAllocation allocation) {
    FailureException refused =
        catchThrowableOfType(FailureException.class, () -> allocation.begin(MACHINE));
    assertThat(refused).isNotNull();
    return refused;
  }

  private SharedAllocation node() {
    return new SharedAllocation(
        DATABASE.jdbc, "crm", "daily", new AllocationProperties(10, Duration.ofMinutes(15)), clock);
  }
}
