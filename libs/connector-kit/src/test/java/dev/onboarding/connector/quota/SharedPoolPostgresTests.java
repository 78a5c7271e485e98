package dev.onboarding.connector.quota;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onboarding.connector.quota.SharedPool.Permit;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SharedPoolPostgresTests {

  private static final QuotaDatabase DATABASE = new QuotaDatabase();
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final SharedPool one = node("one", 4);
  private final SharedPool other = node("other", 4);

  @BeforeEach
  void clear() {
    DATABASE.clear();
  }

  @Test
  void letsNoMoreCallsOfAllNodesRunThanThePoolHolds() throws Exception {
    var underWay = new AtomicInteger();
    var most = new AtomicInteger();

    try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Boolean>> calls =
          IntStream.range(0, 60).mapToObj(i -> call(i, underWay, most)).toList();
      for (var call : callers.invokeAll(calls)) {
        assertThat(call.get()).isTrue();
      }
    }

    assertThat(most.get()).isBetween(1, 4);
  }

  private Callable<Boolean> call(int number, AtomicInteger underWay, AtomicInteger most) {
    SharedPool pool = number % 2 == 0 ? one : other;
    return () -> {
      Permit permit = pool.take(number % 5 == 0, PATIENCE);
      if (permit == null) {
        return false;
      }
      most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
      Thread.yield();
      underWay.decrementAndGet();
      pool.giveBack(permit);
      return true;
    };
  }

  @Test
  void keepsTheLastPermitForPeople() throws Exception {
    assertThat(taken(one, false)).isNotNull();
    assertThat(taken(other, false)).isNotNull();
    assertThat(taken(one, false)).isNotNull();

    assertThat(taken(other, false)).isNull();
    assertThat(taken(other, true)).extracting(Permit::slot).isEqualTo(4);
    assertThat(taken(one, true)).isNull();
  }

  @Test
  void givesPeopleAnyPermitThatIsFree() throws Exception {
    for (int i = 0; i < 4; i++) {
      assertThat(taken(one, true)).isNotNull();
    }

    assertThat(taken(other, true)).isNull();
  }

  @Test
  void handsAPermitToTheOthersWhenItIsGivenBack() throws Exception {
    SharedPool small = node("small", 1);
    Permit permit = taken(small, false);
    small.giveBack(permit);

    assertThat(node("next", 1).take(false, PATIENCE)).isNotNull();
  }

  @Test
  void freesThePermitsOfANodeThatDied() throws Exception {
    assertThat(taken(node("dead", 1, Duration.ofSeconds(1)), false)).isNotNull();

    assertThat(node("alive", 1).take(false, PATIENCE)).isNotNull();
  }

  @Test
  void renewsWhatItHolds() throws Exception {
    SharedPool busy = node("busy", 1);
    assertThat(taken(busy, false)).isNotNull();
    DATABASE.jdbc.update("update quota.permits set until = clock_timestamp()");

    busy.renew();

    assertThat(
            DATABASE.jdbc.queryForObject(
                "select bool_and(until > clock_timestamp()) from quota.permits", Boolean.class))
        .isTrue();
  }

  @Test
  void goesNotBeforeANodeThatHasWaitedLonger() throws Exception {
    assertThat(taken(one, false)).isNotNull();
    DATABASE.jdbc.update(
        """
        insert into quota.waiters (pool, node, person, since, until)
        values ('erp', 'other', false, clock_timestamp() - interval '1 second',
            clock_timestamp() + interval '1 hour')\
        """);

    assertThat(taken(one, false)).isNull();
    assertThat(taken(one, true)).isNotNull();
    assertThat(taken(other, false)).isNotNull();
    assertThat(taken(one, false)).isNotNull();
  }

  private static Permit taken(SharedPool pool, boolean person) throws InterruptedException {
    return pool.take(person, Duration.ZERO);
  }

  private static SharedPool node(String name, int size) {
    return node(name, size, PATIENCE);
  }

  private static SharedPool node(String name, int size, Duration lease) {
    return new SharedPool(DATABASE.jdbc, "erp", name, size, new PoolProperties(1, lease));
  }
}
