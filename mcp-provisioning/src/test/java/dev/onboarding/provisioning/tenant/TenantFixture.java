package dev.onboarding.provisioning.tenant;

import dev.onboarding.model.Failure;
import dev.onboarding.model.FailureException;
import dev.onboarding.provisioning.broker.TestBroker;
import dev.onboarding.provisioning.decision.DecidedOrder;
import dev.onboarding.provisioning.decision.SignedDecisions;
import dev.onboarding.provisioning.decision.TestDecisions;
import dev.onboarding.provisioning.provisioner.Provisioner;
import dev.onboarding.provisioning.support.SigningKey;
import dev.onboarding.provisioning.support.StubBroker;
import dev.onboarding.provisioning.support.TestStore;
import dev.onboarding.testkit.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.assertj.core.api.Assertions;

/// The tenant feature on a real database and a stubbed broker.
final class TenantFixture implements AutoCloseable {

  static final String ACCOUNT = "001A000001LkPqzIAF";

  final SettableClock clock = SettableClock.at(Instant.parse("2030-05-06T07:08:09Z"));
  final StubBroker stub = StubBroker.started();
  final TestStore store = TestStore.empty();
  final SigningKey coordinator = SigningKey.generated();
  final List<Object> events = new CopyOnWriteArrayList<>();
  LeadTenant.Pause pause = Thread::sleep;
  final Tenants tenants = new Tenants(store.db());

  private final SignedDecisions decisions = TestDecisions.checkedBy(coordinator, store, clock);
  private final Provisioner broker = TestBroker.at(stub.baseUrl(), clock);
  private final FollowTenant follow = new FollowTenant(tenants, broker, events::add, clock);
  private final ProvisionTenant provision =
      new ProvisionTenant(
          decisions,
          store.answers(clock),
          tenants,
          broker,
          follow,
          new LeadTenant(
              tenants,
              new TenantProperties(Duration.ofMinutes(2), Duration.ofMillis(20)),
              clock,
              wait -> pause.of(wait)),
          clock);
  final TenantTools tools =
      new TenantTools(
          provision,
          new SuspendTenant(decisions, store.answers(clock), tenants, broker, follow),
          follow,
          tenants);

  TenantRecord create(String tier, String key) {
    return tools.create(ACCOUNT, "Acme", tier, "production", decision(tier), key);
  }

  TenantRecord read(UUID tenantId) {
    return tools.get(tenantId.toString(), null);
  }

  String decision(String tier) {
    return coordinator.proceed(DecidedOrder.creation(ACCOUNT, tier, "production"), clock.instant());
  }

  String suspension(UUID tenantId) {
    return coordinator.proceed(DecidedOrder.suspension(ACCOUNT, tenantId), clock.instant());
  }

  static Failure failure(Runnable call) {
    FailureException thrown = Assertions.catchThrowableOfType(FailureException.class, call::run);
    Assertions.assertThat(thrown).isNotNull();
    return thrown.failure();
  }

  @Override
  public void close() {
    stub.close();
  }
}
