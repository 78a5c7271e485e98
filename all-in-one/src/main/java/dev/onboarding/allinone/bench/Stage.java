package dev.onboarding.allinone.bench;

import dev.onboarding.allinone.client.Coordinator;
import dev.onboarding.allinone.client.SandboxControl;
import dev.onboarding.allinone.system.DataDirectory;
import java.time.Clock;
import java.util.function.Consumer;

/// What a measurement works with: the running system, its outside world and its database.
///
/// @param rounds counted repetitions of each measurement
/// @param progress told what is being measured
record Stage(
    SystemProcess system,
    DataDirectory data,
    Coordinator coordinator,
    SandboxControl sandbox,
    Store store,
    Load load,
    int rounds,
    Clock clock,
    Consumer<String> progress)
    implements AutoCloseable {

  static Stage on(
      SystemProcess system,
      DataDirectory data,
      int rounds,
      Clock clock,
      Consumer<String> progress) {
    var sandbox = new SandboxControl(system.sandbox());
    var coordinator = new Coordinator(system.coordinator(), clock);
    var store = new Store(system.databaseUrl(), data);
    return new Stage(
        system,
        data,
        coordinator,
        sandbox,
        store,
        new Load(coordinator, new FreshAccounts(sandbox), store, data.webhookSecret(), clock),
        rounds,
        clock,
        progress);
  }

  @Override
  public void close() {
    store.close();
  }
}
