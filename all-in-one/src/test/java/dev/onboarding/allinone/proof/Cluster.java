package dev.onboarding.allinone.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.onboarding.allinone.Journey;
import dev.onboarding.allinone.client.Webhook;
import dev.onboarding.allinone.proof.Exchange.Reply;
import dev.onboarding.allinone.proof.OutsideWorld.Effects;
import dev.onboarding.allinone.system.DataDirectory;
import dev.onboarding.allinone.system.FreePorts;
import dev.onboarding.allinone.system.OwnProcess;
import dev.onboarding.allinone.system.SeparateProcesses;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/// Two coordinators, one each of the other applications, PostgreSQL and the outside world, every
/// one in a process of its own, with the words in which their survival is told.
final class Cluster implements AutoCloseable {

  static final Duration PATIENCE = Duration.ofSeconds(120);

  private final SeparateProcesses system;
  private final OutsideWorld world;
  private final TakeOvers takeOvers;
  private final Journey journey;

  private Cluster(SeparateProcesses system) {
    this.system = system;
    this.world = new OutsideWorld(system.sandbox());
    this.takeOvers = new TakeOvers(system);
    this.journey =
        new Journey(
            system.coordinator(), system.sandbox(), system.webhookSecret(), system.access());
  }

  static Cluster start(Path folder) throws IOException {
    return start(folder, Map.of());
  }

  /// @param further settings of every application besides those that it needs
  static Cluster start(Path folder, Map<String, String> further) throws IOException {
    return new Cluster(
        SeparateProcesses.start(FreePorts.find(), new DataDirectory(folder), 2, further));
  }

  OutsideWorld world() {
    return world;
  }

  SeparateProcesses system() {
    return system;
  }

  TakeOvers takeOvers() {
    return takeOvers;
  }

  Journey journey() {
    return journey;
  }

  OwnProcess first() {
    return system.process("coordinator-agent");
  }

  OwnProcess second() {
    return system.process("coordinator-agent-2");
  }

  Reply send(OwnProcess node, String account, String event) {
    Webhook webhook = Webhook.signed(account, event, system.webhookSecret(), Clock.systemUTC());
    URI address = node.address().resolve("/webhook/onboarding");
    return Exchange.send(
        "POST", address, webhook.body(), Map.of("X-Onboarding-Signature", webhook.signature()));
  }

  /// Triggers one run and returns its id.
  String trigger(OwnProcess node, String account) {
    Reply reply = send(node, account, "proof-" + UUID.randomUUID());
    assertThat(reply.status()).as(reply.body()).isEqualTo(202);
    return reply.json().path("run_id").asString();
  }

  /// A person lets a parked run go on; refused where it is not parked any more.
  void resume(String run) {
    URI address = first().address().resolve("/api/runs/" + run + "/resume");
    Exchange.send(
        "POST",
        address,
        "{\"by\":\"proof\",\"reason\":\"The fault is over.\"}",
        Map.of("Authorization", "Bearer " + system.access().token()));
  }

  /// What the first coordinator tells at one of its addresses for people.
  JsonNode read(String path) {
    return Exchange.get(first().address().resolve(path), system.access().token());
  }

  /// Sends a new event about the run's account, which wakes it where it waits for a fact.
  void wake(String run) {
    String account = read("/api/runs/" + run).path("account").asString();
    send(first(), account, "wake-" + UUID.randomUUID());
  }

  List<String> trigger(OwnProcess node, Collection<String> accounts) {
    return accounts.stream().map(account -> trigger(node, account)).toList();
  }

  /// How many runs are in this state, asked of the store itself.
  long count(String sql, Object... values) {
    try (var connection = system.connection();
        var statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      try (var rows = statement.executeQuery()) {
        rows.next();
        return rows.getLong(1);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  long ended(Collection<String> runs, String state) {
    return count(
        "select count(*) from coordinator.run where state = ? and id = any(?::uuid[])",
        state,
        runs.toArray(String[]::new));
  }

  /// Waits until every run has begun the step and none has its outcome.
  void awaitWithin(String step, Collection<String> runs) {
    await(runs.size() + " runs are in the middle of " + step)
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(50))
        .untilAsserted(() ->
            assertThat(
                    count(
                        "select count(*) from coordinator.step where name = ? and outcome_at is"
                            + " null and run_id = any(?::uuid[])",
                        step,
                        runs.toArray(String[]::new)))
                .isEqualTo(runs.size()));
  }

  /// The sum of the runs' lease epochs: it grows when an execution takes one of them.
  long epochs(Collection<String> runs) {
    return count(
        "select coalesce(sum(epoch), 0) from coordinator.run where id = any(?::uuid[])",
        (Object) runs.toArray(String[]::new));
  }

  /// Every process runs, nothing goes wrong outside and nothing is counted yet.
  void restore() {
    system.restore();
    refuseNothing();
    world.heal();
    world.countAnew();
  }

  long events(String event) {
    return count(
        "select (select count(*) from coordinator.run where correlation_id = ?)"
            + " + (select count(*) from coordinator.trigger_event where event_id = ?)",
        event,
        event);
  }

  /// From now on the store refuses rows of a table with an error of its own.
  ///
  /// @param when a condition on `new`
  void refuse(String table, String when, String sqlState) {
    String name = "refuse_" + table.substring(table.indexOf('.') + 1);
    execute(
        """
        create schema if not exists harness;
        create or replace function harness.%1$s() returns trigger language plpgsql as $$
        begin
          if %3$s then
            raise exception 'refused by the harness' using errcode = '%4$s';
          end if;
          return new;
        end $$;
        create or replace trigger harness_refuses before insert or update on %2$s
          for each row execute function harness.%1$s();
        """
            .formatted(name, table, when, sqlState));
  }

  void refuseNothing() {
    execute(
        """
        drop trigger if exists harness_refuses on coordinator.run;
        drop trigger if exists harness_refuses on coordinator.step;
        """);
  }

  private void execute(String sql) {
    try (var connection = system.connection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  void awaitEnded(Collection<String> runs, String state) {
    awaitEnded(runs, state, PATIENCE);
  }

  void awaitEnded(Collection<String> runs, String state, Duration patience) {
    await(runs.size() + " runs are " + state)
        .atMost(patience)
        .pollInterval(Duration.ofMillis(100))
        .untilAsserted(() -> assertThat(ended(runs, state)).isEqualTo(runs.size()));
  }

  void awaitLog(OwnProcess process, String words) {
    await(words)
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(100))
        .until(() -> Files.readString(process.log()).contains(words));
  }

  /// The effects of sound customers: each exactly once, mails by their Message-ID.
  void assertOnce(int customers) {
    Effects effects = world.effects();
    assertThat(effects)
        .as("effects of %d customers", customers)
        .returns((long) customers, Effects::tenants)
        .returns((long) customers, Effects::distinctTenants)
        .returns((long) customers, Effects::credentials)
        .returns((long) customers, Effects::messages)
        .returns((long) customers, Effects::distinctMessages)
        .returns(3L * customers, Effects::distinctMails);
  }

  /// Each account has one checklist of 14 tasks.
  void assertChecklists(Collection<String> accounts) {
    var ids = new ArrayList<String>();
    for (String account : accounts) {
      ids.add(world.account(account).at("/ids/salesforce_account_id").asString());
    }
    Object all = ids.toArray(String[]::new);
    assertThat(count("select count(*) from provisioning.checklists where account_id = any(?)", all))
        .isEqualTo(accounts.size());
    assertThat(
            count(
                "select count(*) from provisioning.tasks join provisioning.checklists"
                    + " using (checklist_id) where account_id = any(?)",
                all))
        .isEqualTo(accounts.size() * 14L);
  }

  @Override
  public void close() {
    system.close();
  }
}
