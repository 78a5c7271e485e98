package dev.onboarding.coordinator.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onboarding.coordinator.run.Run;
import dev.onboarding.coordinator.run.RunDatabase;
import dev.onboarding.coordinator.run.RunState;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TenantClaimsPostgresTests {

  private static final String ACCOUNT = "001000000000001AAA";

  private final RunDatabase database = new RunDatabase();
  private final TenantClaims claims = claims("production");
  private final Run first = database.open("e-1", ACCOUNT);
  private final Run second = database.open("e-2", "ACME-001");

  @Test
  void belongToOneRunHoweverOftenItAsks() {
    assertThat(claims.take(ACCOUNT, first)).isTrue();
    assertThat(claims.take(ACCOUNT, second)).isFalse();
    assertThat(claims.take(ACCOUNT, first)).isTrue();
  }

  @Test
  void areOnePerAccountAndEnvironment() {
    claims.take(ACCOUNT, first);

    assertThat(claims.take("001000000000002AAA", second)).isTrue();
    assertThat(claims("staging").take(ACCOUNT, second)).isTrue();
  }

  @ParameterizedTest
  @EnumSource(RunState.class)
  void passOnWhenTheirRunGoesNoFurtherByItself(RunState state) {
    claims.take(ACCOUNT, first);
    database
        .jdbc
        .sql("update coordinator.run set state = ? where id = ?")
        .params(state.name(), first.id().value())
        .update();

    boolean executing = !state.ended() && !state.restsOnOthers();
    assertThat(claims.take(ACCOUNT, second)).isEqualTo(!executing);
    assertThat(claims.take(ACCOUNT, first)).isEqualTo(executing);
  }

  @Test
  void belongToOneOfManyThatAskAtOnce() throws Exception {
    var runs =
        IntStream.range(0, 12).mapToObj(i -> database.open("m-" + i, "ACME-00" + i)).toList();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var taken =
          threads.invokeAll(
              runs.stream()
                  .<Callable<Boolean>>map(run -> () -> claims.take(ACCOUNT, run))
                  .toList());

      assertThat(taken).filteredOn(each -> each.resultNow()).hasSize(1);
    }
  }

  private TenantClaims claims(String environment) {
    return new TenantClaims(database.jdbc, database.stores, environment, database.clock);
  }
}
