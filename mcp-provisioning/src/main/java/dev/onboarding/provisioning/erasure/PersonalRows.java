package dev.onboarding.provisioning.erasure;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Where the rows of an account hold personal data. Ids, tiers, states and times stay; callers
/// bring the transaction.
final class PersonalRows {

  /// What stands where a text was.
  private static final String ERASED = "Erased on request.";

  /// The texts of the records that tools answer with, as far as people write them.
  private static final Set<String> PERSONAL = Set.of("note", "completed_by", "status_reason");

  private static final String OF_ACCOUNT =
      " IN (SELECT checklist_id FROM provisioning.checklists WHERE account_id = :account)";

  private final JdbcClient db;
  private final JsonMapper json;

  PersonalRows(JdbcClient db, JsonMapper json) {
    this.db = db;
    this.json = json;
  }

  int tenants(String account, Instant now) {
    return db.sql(
            """
            UPDATE provisioning.tenants
               SET account_name = :erased, erased_at = :now,
                   failure_message = CASE WHEN failure_message IS NOT NULL THEN :erased END,
                   suspended_reason = CASE WHEN suspended_reason IS NOT NULL THEN :erased END
             WHERE account_id = :account
            """)
        .param("account", account)
        .param("erased", ERASED)
        .param("now", utc(now))
        .update();
  }

  /// The texts of tasks, and whom reminders of them went to.
  ///
  /// @return the ids of all the account's tasks
  List<UUID> tasks(String account) {
    db.sql(
            """
            UPDATE provisioning.checklists SET account_name = NULL, customer_email = NULL
             WHERE account_id = :account
            """)
        .param("account", account)
        .update();
    return db.sql(
            """
            UPDATE provisioning.tasks
               SET note = NULL,
                   completed_by = CASE WHEN completed_by = 'system' THEN completed_by
                                       WHEN completed_by IS NOT NULL THEN :erased END,
                   cancelled_reason = CASE WHEN cancelled_reason IS NOT NULL THEN :erased END
             WHERE checklist_id %s
            RETURNING task_id
            """
                .formatted(OF_ACCOUNT))
        .param("account", account)
        .param("erased", ERASED)
        .query((row, n) -> row.getObject(1, UUID.class))
        .list();
  }

  /// Destroys what waits to be opened, and lets every link lead nowhere.
  int links(String account, Instant now) {
    return db.sql(
            """
            UPDATE provisioning.credentials
               SET sealed = NULL, expires_at = least(expires_at, :now)
             WHERE tenant_id IN
               (SELECT tenant_id FROM provisioning.tenants WHERE account_id = :account)
            """)
        .param("account", account)
        .param("now", utc(now))
        .update();
  }

  /// Every answer says whose it is, so that those of the account can be found.
  int answers(String account) {
    var recorded =
        db.sql(
                """
                SELECT tool, idempotency_key, answer FROM provisioning.recorded_answers
                 WHERE jsonb_path_exists(answer, '$.**.account_id ? (@ == $account)',
                         jsonb_build_object('account', CAST(:account AS text)))
                """)
            .param("account", account)
            .query((row, n) -> new Answer(row.getString(1), row.getString(2), row.getString(3)))
            .list();
    int changed = 0;
    for (var each : recorded) {
      var tree = json.readTree(each.answer());
      if (erase(tree)) {
        store(each, tree);
        changed++;
      }
    }
    return changed;
  }

  private void store(Answer answer, JsonNode tree) {
    db.sql(
            """
            UPDATE provisioning.recorded_answers SET answer = CAST(:answer AS jsonb)
             WHERE tool = :tool AND idempotency_key = :key
            """)
        .param("answer", json.writeValueAsString(tree))
        .param("tool", answer.tool())
        .param("key", answer.key())
        .update();
  }

  /// @return whether there was anything
  private static boolean erase(JsonNode tree) {
    boolean any = false;
    if (tree instanceof ObjectNode object) {
      for (var name : PERSONAL) {
        if (object.has(name) && !object.path(name).asString("").equals("system")) {
          object.put(name, ERASED);
          any = true;
        }
      }
    }
    for (var inner : tree) {
      any |= erase(inner);
    }
    return any;
  }

  private record Answer(String tool, String key, String answer) {}

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
