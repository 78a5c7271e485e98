package dev.onboarding.provisioning.checklist;

import dev.onboarding.provisioning.credentials.SealedCredentials;
import dev.onboarding.provisioning.decision.DecidedOrder;
import dev.onboarding.provisioning.decision.TestDecisions;
import dev.onboarding.provisioning.idempotency.RecordedAnswers;
import dev.onboarding.provisioning.support.SigningKey;
import dev.onboarding.provisioning.support.TenantRows;
import dev.onboarding.provisioning.support.TestStore;
import dev.onboarding.provisioning.tenant.Tenants;
import dev.onboarding.testkit.SettableClock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.json.JsonMapper;

/// The checklist feature on a real database.
final class ChecklistFixture {

  /// Noon of 6 May in London; already the 7th in Auckland, where the database's sessions are.
  final SettableClock clock = SettableClock.at(Instant.parse("2030-05-06T12:00:00Z"));

  final SigningKey coordinator = SigningKey.generated();
  final TestStore store = TestStore.empty();
  final Checklists checklists = new Checklists(store.db(), JsonMapper.shared());
  final Tasks tasks = new Tasks(store.db());
  final SystemTasks systemTasks =
      new SystemTasks(new Tenants(store.db()), new SealedCredentials(store.db()), tasks);
  final ChecklistTemplate template =
      ChecklistTemplateFile.read(new ClassPathResource("provisioning/checklist.yaml"));
  final TaskViewTools views = new TaskViewTools(new ReadTasks(checklists, tasks, clock), template);
  final TaskTools tools;
  private int keys;

  ChecklistFixture() {
    RecordedAnswers answers = store.answers(clock);
    var completion = new CompletionRules(tasks, systemTasks, clock);
    var decisions = TestDecisions.checkedBy(coordinator, store, clock);
    tools =
        new TaskTools(
            new CreateChecklist(
                answers, new Tenants(store.db()), template, checklists, tasks, systemTasks, clock),
            new WorkOffTasks(decisions, answers, checklists, tasks, completion, clock),
            new CompleteSystemTasks(decisions, answers, checklists, tasks, completion, clock),
            tasks);
  }

  ChecklistRecord create(UUID tenant, String tier) {
    return create(tenant, tier, "2030-05-06", "Europe/Berlin");
  }

  ChecklistRecord create(UUID tenant, String tier, String start, String zone) {
    String account =
        store
            .db()
            .sql("SELECT account_id FROM provisioning.tenants WHERE tenant_id = :id")
            .param("id", tenant)
            .query(String.class)
            .single();
    return tools.createChecklist(
        tenant.toString(), account, "Acme", "ada@acme.example", tier, start, zone, null, key());
  }

  /// From a template that comes with the call, for a GROWTH tenant.
  ChecklistRecord create(UUID tenant, String template, String key) {
    return tools.createChecklist(
        tenant.toString(),
        TenantRows.ACCOUNT,
        null,
        null,
        "GROWTH",
        "2030-05-06",
        "Europe/Berlin",
        template,
        key);
  }

  UUID tenant(String tier) {
    return TenantRows.insert(store, tier, "ACTIVE");
  }

  void issueCredentials(UUID tenant) {
    store
        .db()
        .sql(
            """
            INSERT INTO provisioning.credentials
              (binding_id, tenant_id, token_hash, issued_at, expires_at)
            VALUES (gen_random_uuid(), :tenant, gen_random_uuid()::text,
                    '2030-05-02T00:00Z', '2030-05-05T00:00Z')
            """)
        .param("tenant", tenant)
        .update();
  }

  Task complete(UUID tenant, String code) {
    return complete(tenant, code, decision(tenant, code), key());
  }

  Task complete(UUID tenant, String code, @Nullable String decision, String key) {
    return tools.complete(null, tenant.toString(), code, "Grace", decision, key);
  }

  String decision(UUID tenant, String code) {
    return coordinator.proceed(
        DecidedOrder.completion(TenantRows.ACCOUNT, tenant, code), clock.instant());
  }

  /// A key nobody used before.
  String key() {
    return "key-" + ++keys;
  }
}
