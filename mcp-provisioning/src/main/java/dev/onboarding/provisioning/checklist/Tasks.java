package dev.onboarding.provisioning.checklist;

import dev.onboarding.model.ErrorType;
import dev.onboarding.model.Failure;
import dev.onboarding.model.FailureException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The tasks of all checklists. Reads in a stable order, so that a page follows the last one
/// without gap or repetition.
final class Tasks {

  /// Asks for the state of what a task depends on in an aggregate, so that no plan begins with all
  /// open tasks there are.
  private static final String SELECT =
      """
      SELECT t.*, c.tenant_id, c.account_id, c.account_name, c.customer_email, c.time_zone,
             coalesce((SELECT bool_or(d.status = 'OPEN') FROM provisioning.tasks d
                        WHERE d.checklist_id = t.checklist_id
                          AND d.number = ANY (t.depends_on)), false) AS blocked
        FROM provisioning.tasks t JOIN provisioning.checklists c USING (checklist_id)
      """;

  private final JdbcClient db;

  Tasks(JdbcClient db) {
    this.db = db;
  }

  StoredTask get(UUID taskId) {
    return db.sql(SELECT + " WHERE t.task_id = :id")
        .param("id", taskId)
        .query(Tasks::task)
        .optional()
        .orElseThrow(() -> notFound("task_id " + taskId));
  }

  StoredTask get(UUID tenantId, String code) {
    return db.sql(SELECT + " WHERE c.tenant_id = :tenant AND t.code = :code")
        .param("tenant", tenantId)
        .param("code", code)
        .query(Tasks::task)
        .optional()
        .orElseThrow(() -> notFound(tenantId, code));
  }

  static FailureException notFound(UUID tenantId, String code) {
    return notFound("tenant_id %s and code %s".formatted(tenantId, code));
  }

  List<StoredTask> ofTenant(UUID tenantId) {
    return list(TaskFilter.ofTenant(tenantId), new Page(List.of(), Integer.MAX_VALUE));
  }

  /// In the order of account, tenant and number.
  List<StoredTask> list(TaskFilter filter, Page page) {
    Object tenant;
    int number;
    try {
      tenant = page.isFirst() ? new UUID(0, 0) : UUID.fromString(page.after().get(1));
      number = page.isFirst() ? 0 : Integer.parseInt(page.after().get(2));
    } catch (IllegalArgumentException _) {
      throw Page.invalidCursor();
    }
    return db.sql(
            SELECT
                + " WHERE "
                + filter.condition()
                + """
                   AND (:first OR (c.account_id, c.tenant_id, t.number)
                                    > (:afterAccount, CAST(:afterTenant AS uuid), :afterNumber))
                 ORDER BY c.account_id, c.tenant_id, t.number LIMIT :limit
                """)
        .params(filter.values())
        .param("first", page.isFirst())
        .param("afterAccount", page.isFirst() ? "" : page.after().getFirst())
        .param("afterTenant", tenant)
        .param("afterNumber", number)
        .param("limit", page.limit())
        .query(Tasks::task)
        .list();
  }

  List<TaskStatus> statuses(TaskFilter filter) {
    return db.sql(
            """
            SELECT t.status FROM provisioning.tasks t
              JOIN provisioning.checklists c USING (checklist_id) WHERE \
            """
                + filter.condition())
        .params(filter.values())
        .query((row, n) -> TaskStatus.valueOf(row.getString(1)))
        .list();
  }

  /// Open tasks whose due date has passed, the longest first.
  ///
  /// @param today which day it is in each zone there is
  List<StoredTask> overdue(Map<ZoneId, LocalDate> today, Page page) {
    LocalDate due;
    UUID task;
    try {
      due = page.isFirst() ? LocalDate.EPOCH : LocalDate.parse(page.after().getFirst());
      task = page.isFirst() ? new UUID(0, 0) : UUID.fromString(page.after().get(1));
    } catch (java.time.DateTimeException | IllegalArgumentException _) {
      throw Page.invalidCursor();
    }
    List<String> zones = new ArrayList<>();
    List<String> days = new ArrayList<>();
    today.forEach((zone, day) -> {
      zones.add(zone.getId());
      days.add(day.toString());
    });
    return db.sql(
            SELECT
                + """
                  JOIN unnest(CAST(:zones AS text[]), CAST(:days AS text[])) AS today (zone, day)
                    ON today.zone = c.time_zone
                 WHERE t.status = 'OPEN' AND t.due_date < CAST(today.day AS date)
                   AND (:first OR (t.due_date, t.task_id) > (:afterDue, CAST(:afterTask AS uuid)))
                 ORDER BY t.due_date, t.task_id LIMIT :limit
                """)
        .param("zones", zones.toArray(String[]::new))
        .param("days", days.toArray(String[]::new))
        .param("first", page.isFirst())
        .param("afterDue", due)
        .param("afterTask", task)
        .param("limit", page.limit())
        .query(Tasks::task)
        .list();
  }

  void complete(Collection<UUID> taskIds, Instant at, String by) {
    db.sql(
            """
            UPDATE provisioning.tasks
               SET status = 'COMPLETED', completed_at = :at, completed_by = :by, updated_at = :at
             WHERE task_id = ANY (:ids) AND status = 'OPEN'
            """)
        .param("ids", taskIds.toArray(UUID[]::new))
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("by", by)
        .update();
  }

  /// Completes what the tenant and its credentials show to have happened, as of then. Takes the
  /// lock of the checklist itself, if there is one.
  ///
  /// All parts see what was there before the lock was waited for, and that is enough. A task that
  /// changed meanwhile is looked at again as it is now, so its status counts and not the one that
  /// was seen; none is opened again or added. A fact that came meanwhile is settled by whoever
  /// brought it.
  void completeByFacts(UUID tenantId, String by) {
    db.sql(
            """
            WITH checklist AS (
              SELECT checklist_id FROM provisioning.checklists WHERE tenant_id = :tenant
                 FOR UPDATE)
            UPDATE provisioning.tasks task
               SET status = 'COMPLETED', completed_at = fact.at, completed_by = :by,
                   updated_at = fact.at
              FROM checklist,
                   (SELECT 'create_tenant' AS code, activated_at AS at
                      FROM provisioning.tenants WHERE tenant_id = :tenant
                    UNION ALL
                    SELECT 'generate_api_credentials', min(issued_at)
                      FROM provisioning.credentials WHERE tenant_id = :tenant) fact
             WHERE task.checklist_id = checklist.checklist_id
               AND task.code = fact.code AND task.status = 'OPEN' AND fact.at IS NOT NULL
            """)
        .param("tenant", tenantId)
        .param("by", by)
        .update();
  }

  void cancel(UUID taskId, Instant at, String reason) {
    db.sql(
            """
            UPDATE provisioning.tasks
               SET status = 'CANCELLED', cancelled_reason = :reason, updated_at = :at
             WHERE task_id = :id AND status = 'OPEN'
            """)
        .param("id", taskId)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("reason", reason)
        .update();
  }

  /// Changes what is not null.
  void change(UUID taskId, Instant at, TaskChange change) {
    db.sql(
            """
            UPDATE provisioning.tasks
               SET due_date = coalesce(CAST(:due AS date), due_date),
                   note = coalesce(CAST(:note AS text), note),
                   owner = coalesce(CAST(:owner AS text), owner), updated_at = :at
             WHERE task_id = :id
            """)
        .param("id", taskId)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("due", change.dueDate())
        .param("note", change.note())
        .param("owner", change.owner() == null ? null : change.owner().toString())
        .update();
  }

  private static StoredTask task(ResultSet row, int n) throws SQLException {
    OffsetDateTime completed = row.getObject("completed_at", OffsetDateTime.class);
    return new StoredTask(
        row.getObject("task_id", UUID.class),
        row.getObject("checklist_id", UUID.class),
        row.getObject("tenant_id", UUID.class),
        row.getString("account_id"),
        row.getString("account_name"),
        row.getString("customer_email"),
        ZoneId.of(row.getString("time_zone")),
        row.getInt("number"),
        row.getString("code"),
        row.getString("title"),
        TaskOwner.parse(row.getString("owner")),
        TaskStatus.valueOf(row.getString("status")),
        row.getObject("due_date", LocalDate.class),
        Arrays.asList((Integer[]) row.getArray("depends_on").getArray()),
        row.getBoolean("blocked"),
        row.getString("note"),
        instant(completed),
        row.getString("completed_by"));
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime value) {
    return value == null ? null : value.toInstant();
  }

  private static FailureException notFound(String what) {
    return new FailureException(
        new Failure(
            ErrorType.VALIDATION,
            "TASK_NOT_FOUND",
            404,
            "There is no task with %s.".formatted(what),
            "Correct the id; tasks_list has them.",
            "Caller"));
  }
}
