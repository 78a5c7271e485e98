package dev.onboarding.coordinator.budget;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onboarding.coordinator.run.RunDatabase;
import org.junit.jupiter.api.Test;

class BudgetsPostgresTests {

  private final RunDatabase database = new RunDatabase();
  private final Budgets budgets = new Budgets(database.jdbc);

  @Test
  void areEmptyWhereNoConnectorHasUsedTheDatabase() {
    assertThat(budgets.allocations()).isEmpty();
    assertThat(budgets.pools()).isEmpty();
    assertThat(budgets.breakers()).isEmpty();
    assertThat(budgets.costsOf("run")).isEmpty();
  }

  @Test
  void areThereOnceAConnectorHas() {
    assertThat(budgets.costsOf("run-1")).isEmpty();
    database.jdbc.sql("create schema quota").update();
    database.jdbc.sql("create table quota.budget ()").update();
    database
        .jdbc
        .sql(
            """
            create table quota.run_costs as select 'run-1' as run, 'crm' as system,
            'read' as operation_class, 3::bigint as calls, 10::bigint as bytes_out,
            20::bigint as bytes_in, 4500::bigint as micros, 0.001::numeric as share_of_quota\
            """)
        .update();

    assertThat(budgets.costsOf("run-1"))
        .singleElement()
        .satisfies(cost -> {
          assertThat(cost.calls()).isEqualTo(3);
          assertThat(cost.millis()).isEqualTo(4);
          assertThat(cost.shareOfQuota()).isEqualByComparingTo("0.001");
        });
    assertThat(budgets.costsOf("run-2")).isEmpty();
  }
}
