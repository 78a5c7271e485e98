package dev.onboarding.allinone.bench;

import dev.onboarding.allinone.client.Coordinator;
import dev.onboarding.allinone.client.SandboxControl;
import dev.onboarding.allinone.system.DataDirectory;
import java.time.Clock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What a measurement works with: the running system, its outside world and its database.
final class Stage implements AutoCloseable {

  private final SystemProcess system;
  private final SandboxControl sandbox;
  private final Store store;
  private final FreshAccounts accounts;
  private final Load load;
  private final int rounds;
  private final Clock clock;
  private final Consumer<String> progress;
  private @Nullable Rounds most;

  /// @param rounds counted repetitions of each measurement
  /// @param progress told what is being measured
  Stage(
      SystemProcess system,
      DataDirectory data,
      int rounds,
      Clock clock,
      Consumer<String> progress) {
    this.system = system;
    this.sandbox = new SandboxControl(system.sandbox());
    this.store = new Store(system.databaseUrl(), data);
    this.accounts = new FreshAccounts(sandbox);
    var coordinator = new Coordinator(system.coordinator(), clock, system.access());
    this.load = new Load(coordinator, store, data.webhookSecret(), clock);
    this.rounds = rounds;
    this.clock = clock;
    this.progress = progress;
  }

  SystemProcess system() {
    return system;
  }

  SandboxControl sandbox() {
    return sandbox;
  }

  Store store() {
    return store;
  }

  FreshAccounts accounts() {
    return accounts;
  }

  Load load() {
    return load;
  }

  int rounds() {
    return rounds;
  }

  Clock clock() {
    return clock;
  }

  Consumer<String> progress() {
    return progress;
  }

  /// How much this system does at most; measured when it is asked for the first time.
  Rounds most() {
    if (most == null) {
      most = Rounds.on(this, "throughput");
    }
    return most;
  }

  @Override
  public void close() {
    store.close();
  }
}
