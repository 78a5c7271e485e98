package dev.onboarding.connector.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import dev.onboarding.model.CallTally;
import dev.onboarding.model.ErrorType;
import dev.onboarding.model.FailureException;
import dev.onboarding.testkit.SettableClock;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SharedRatesPostgresTests {

  private static final QuotaDatabase DATABASE = new QuotaDatabase();
  private static final Instant FIVE_PAST = Instant.parse("2030-01-01T10:05:00Z");

  private final SettableClock clock = SettableClock.at(FIVE_PAST);

  @BeforeEach
  void clear() {
    DATABASE.clear();
  }

  @Test
  void refusesWhatAllNodesTogetherMayNotDoInAnHour() {
    SharedRates one = node(share(5, 100));
    SharedRates other = node(share(5, 100));
    take(one, 2);
    take(other, 2);
    // What a node holds in its block and does not use comes back when the block is over.
    clock.advance(Duration.ofSeconds(3));
    int taken = takeAll(one) + takeAll(other);

    assertThat(taken).isLessThanOrEqualTo(1);
    FailureException refused = refused(one);
    assertThat(refused.failure().errorType()).isEqualTo(ErrorType.RATE_LIMIT);
    assertThat(refused.failure().errorCode()).isEqualTo("HOURLY_SHARE_USED_UP");
    assertThat(refused.failure().retryAfter()).isEqualTo(55 * 60 - 3);
  }

  @Test
  void refusesWhatIsTooMuchInHalfAMinuteUntilItIsOver() {
    SharedRates rates = node(share(100, 3));
    take(rates, 3);

    FailureException refused = refused(rates);

    assertThat(refused.failure().errorCode()).isEqualTo("BURST_SHARE_USED_UP");
    assertThat(refused.retryAfter()).contains(Duration.ofSeconds(30));
    clock.advance(Duration.ofSeconds(30));
    take(rates, 3);
  }

  @Test
  void tellsACallHowManyAreLeft() {
    SharedRates rates = node(share(100, 5));
    take(rates, 1);
    var call = new CallTally();

    call.get(() -> {
      take(rates, 1);
      return null;
    });

    assertThat(call.figures().quotaLeft()).isEqualTo(3);
  }

  @Test
  void startsAnewWithTheHour() {
    SharedRates rates = node(share(2, 100));
    take(rates, 2);
    refused(rates);

    clock.advance(Duration.ofMinutes(55));

    take(rates, 2);
    refused(rates);
  }

  @Test
  void takesOverTheLimitThatTheSystemStates() {
    SharedRates rates = node(new RateProperties(3, 1_000, true));
    take(rates, 1);

    rates.said(said(1_000, 999));

    await().untilAsserted(() -> assertThat(capacity()).isEqualTo(1_000));
    clock.advance(Duration.ofSeconds(3));
    take(rates, 500);
  }

  @Test
  void keepsItsOwnShareWhateverTheSystemStates() {
    SharedRates rates = node(share(3, 100));
    take(rates, 1);

    rates.said(said(1_000, 999));

    clock.advance(Duration.ofSeconds(3));
    take(rates, 2);
    refused(rates);
  }

  @Test
  void believesTheSystemThatOthersHaveUsedUpWhatWeCounted() {
    SharedRates rates = node(new RateProperties(100, 100, true));
    take(rates, 1);

    rates.said(said(100, 0));

    await().untilAsserted(() -> assertThat(left()).isZero());
    clock.advance(Duration.ofSeconds(3));
    assertThat(refused(rates).failure().errorCode()).isEqualTo("HOURLY_SHARE_USED_UP");
  }

  @Test
  void asksTheDatabaseOnceForManyCallsWhenBusy() {
    SharedRates rates = node(share(3_000, 500));
    take(rates, 64);
    DATABASE.clear();

    take(rates, 30);

    assertThat(DATABASE.jdbc.queryForObject("select count(*) from quota.buckets", Integer.class))
        .isZero();
  }

  private static void take(SharedRates rates, int calls) {
    for (int i = 0; i < calls; i++) {
      rates.take();
    }
  }

  private static int takeAll(SharedRates rates) {
    int taken = 0;
    while (true) {
      try {
        rates.take();
        taken++;
      } catch (FailureException usedUp) {
        return taken;
      }
    }
  }

  private static FailureException refused(SharedRates rates) {
    FailureException refused = catchThrowableOfType(FailureException.class, rates::take);
    assertThat(refused).isNotNull();
    return refused;
  }

  private static RateProperties share(int hourly, int burst) {
    return new RateProperties(hourly, burst, false);
  }

  private static RatesSaid said(long limit, long left) {
    return new RatesSaid(new RatesSaid.Rate(limit, left, null), null);
  }

  private SharedRates node(RateProperties properties) {
    return new SharedRates(buckets(), "esign", properties, clock);
  }

  private ProxyManager<String> buckets() {
    return Bucket4jPostgreSQL.selectForUpdateBasedBuilder(DATABASE.dataSource)
        .primaryKeyMapper(PrimaryKeyMapper.STRING)
        .table("quota.buckets")
        .clientClock(new Time(clock))
        .build();
  }

  private long capacity() {
    return buckets()
        .getProxyConfiguration("esign/hourly")
        .orElseThrow()
        .getBandwidths()[0]
        .getCapacity();
  }

  private long left() {
    return buckets().getProxy("esign/hourly", () -> null).getAvailableTokens();
  }

  private record Time(SettableClock clock) implements TimeMeter {

    @Override
    public long currentTimeNanos() {
      return clock.millis() * 1_000_000;
    }

    @Override
    public boolean isWallClockBased() {
      return true;
    }
  }
}
