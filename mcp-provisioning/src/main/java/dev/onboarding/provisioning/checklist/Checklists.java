package dev.onboarding.provisioning.checklist;

import dev.onboarding.provisioning.tenant.TenantIdentity;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/// The checklists, one per tenant. Whoever changes the tasks of one first locks it here.
final class Checklists {

  private final JdbcClient db;
  private final JsonMapper json;

  Checklists(JdbcClient db, JsonMapper json) {
    this.db = db;
    this.json = json;
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

  /// Writes a checklist with its tasks, unless the tenant has one.
  ///
  /// @return the checklist that stands then, locked until the transaction ends
  Made add(Checklist checklist, List<ChecklistTemplate.Row> rows, Instant now) {
    return isAdded(checklist, rows, now)
        ? new Made(checklist.checklistId(), checklist.templateVersion())
        : locked(checklist.tenantId())
            .orElseThrow(() -> new IllegalStateException("the checklist was not written"));
  }

  /// All in one statement.
  private boolean isAdded(Checklist checklist, List<ChecklistTemplate.Row> rows, Instant now) {
    int tasks =
        db.sql(
                """
                WITH added AS (
                  INSERT INTO provisioning.checklists
                    (checklist_id, tenant_id, account_id, account_name, customer_email, tier,
                     template_version, start_date, time_zone, created_at)
                  VALUES
                    (:id, :tenant, :account, :name, :email, :tier, :version, :start, :zone, :now)
                  ON CONFLICT DO NOTHING RETURNING checklist_id)
                INSERT INTO provisioning.tasks
                  (task_id, checklist_id, number, code, title, owner, status, due_date, depends_on,
                   updated_at)
                SELECT t.id, added.checklist_id, t.number, t.code, t.title, t.owner, t.status,
                       t.due, t.after, :now
                  FROM added,
                       jsonb_to_recordset(CAST(:tasks AS jsonb)) AS t
                       (id uuid, number int, code text, title text, owner text, status text,
                        due date, after int[])
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
            .param("tasks", json.writeValueAsString(newTasks(checklist, rows)))
            .update();
    return tasks > 0;
  }

  private static List<NewTask> newTasks(Checklist checklist, List<ChecklistTemplate.Row> rows) {
    return rows.stream().map(row -> NewTask.of(checklist, row)).toList();
  }

  /// A task as it is written first.
  ///
  /// @param due a day, as ISO 8601 writes it
  /// @param after numbers of the tasks that come before it
  private record NewTask(
      UUID id,
      int number,
      String code,
      String title,
      String owner,
      String status,
      String due,
      List<Integer> after) {

    static NewTask of(Checklist checklist, ChecklistTemplate.Row row) {
      return new NewTask(
          TenantIdentity.within(checklist.checklistId(), row.code()),
          row.number(),
          row.code(),
          row.title(),
          row.owner().toString(),
          row.statusFor(checklist.tier()).name(),
          row.due(checklist.startDate()).toString(),
          row.dependsOn());
    }
  }

  /// A checklist that stands.
  record Made(UUID checklistId, String templateVersion) {}
}
