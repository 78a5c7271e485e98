package dev.onboarding.provisioning.checklist;

import dev.onboarding.provisioning.tenant.TenantIdentity;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The checklists, one per tenant. Whoever changes the tasks of one first locks it here.
final class Checklists {

  private final JdbcClient db;

  Checklists(JdbcClient db) {
    this.db = db;
  }

  /// The id and template version of the tenant's checklist, locked until the transaction ends.
  Optional<Made> locked(UUID tenantId) {
    return db.sql(
            """
            SELECT checklist_id, template_version FROM provisioning.checklists
             WHERE tenant_id = :tenant FOR UPDATE
            """)
        .param("tenant", tenantId)
        .query((row, n) -> new Made(row.getObject(1, UUID.class), row.getString(2)))
        .optional();
  }

  /// Locks the checklist a task is on.
  void lockOf(UUID taskId) {
    db.sql(
            """
            SELECT 1 FROM provisioning.checklists WHERE checklist_id =
              (SELECT checklist_id FROM provisioning.tasks WHERE task_id = :task) FOR UPDATE
            """)
        .param("task", taskId)
        .query(Integer.class)
        .optional();
  }

  /// The zones that checklists are in.
  List<ZoneId> zones() {
    return db.sql("SELECT DISTINCT time_zone FROM provisioning.checklists")
        .query((row, n) -> ZoneId.of(row.getString(1)))
        .list();
  }

  /// Writes a checklist with its tasks; gives false, and writes nothing, when the tenant has one.
  boolean add(Checklist checklist, List<ChecklistTemplate.Row> rows, Instant now) {
    int added =
        db.sql(
                """
                INSERT INTO provisioning.checklists
                  (checklist_id, tenant_id, account_id, account_name, customer_email, tier,
                   template_version, start_date, time_zone, created_at)
                VALUES (:id, :tenant, :account, :name, :email, :tier, :version, :start, :zone, :now)
                ON CONFLICT DO NOTHING
                """)
            .param("id", checklist.checklistId())
            .param("tenant", checklist.tenantId())
            .param("account", checklist.accountId())
            .param("name", checklist.accountName())
            .param("email", checklist.customerEmail())
            .param("tier", checklist.tier().name())
            .param("version", checklist.templateVersion())
            .param("start", checklist.startDate())
            .param("zone", checklist.timeZone().getId())
            .param("now", now.atOffset(ZoneOffset.UTC))
            .update();
    if (added == 0) {
      return false;
    }
    rows.forEach(row -> addTask(checklist, row, now));
    return true;
  }

  private void addTask(Checklist checklist, ChecklistTemplate.Row row, Instant now) {
    TaskStatus status = row.isFor(checklist.tier()) ? TaskStatus.OPEN : TaskStatus.SKIPPED;
    db.sql(
            """
            INSERT INTO provisioning.tasks
              (task_id, checklist_id, number, code, title, owner, status, due_date, depends_on,
               updated_at)
            VALUES (:id, :checklist, :number, :code, :title, :owner, :status, :due, :after, :now)
            """)
        .param("id", TenantIdentity.within(checklist.checklistId(), row.code()))
        .param("checklist", checklist.checklistId())
        .param("number", row.number())
        .param("code", row.code())
        .param("title", row.title())
        .param("owner", row.owner().toString())
        .param("status", status.name())
        .param("due", checklist.startDate().plusDays(row.dueAfterDays()))
        .param("after", row.dependsOn().toArray(Integer[]::new))
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  /// A checklist that stands.
  record Made(UUID checklistId, String templateVersion) {}
}
