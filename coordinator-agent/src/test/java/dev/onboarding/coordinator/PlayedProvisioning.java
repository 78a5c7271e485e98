package dev.onboarding.coordinator;

import dev.onboarding.model.ErrorType;
import dev.onboarding.model.Failure;
import dev.onboarding.model.FailureException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;

/// The provisioning server: one tenant for each account, tasks completed when told.
public final class PlayedProvisioning {

  private static final List<String> TASKS =
      List.of(
          "create_tenant",
          "generate_api_credentials",
          "send_welcome_email",
          "send_training_materials");

  private final Map<String, AtomicInteger> pollsUntilActive = new ConcurrentHashMap<>();
  private final Map<String, String> accountOfTenant = new ConcurrentHashMap<>();
  private final Map<String, Set<String>> completed = new ConcurrentHashMap<>();

  /// The account's tenant is being made for so many looks.
  public void slow(String accountId, int looks) {
    pollsUntilActive.put(accountId, new AtomicInteger(looks));
  }

  public Set<String> completed(String accountId) {
    return completed.getOrDefault(tenantId(accountId), Set.of());
  }

  void play(FakeToolServers servers) {
    servers.on("provision_create_tenant", this::create);
    servers.on("provision_get_tenant", this::get);
    servers.on("provision_issue_credentials", this::issue);
    servers.on("tasks_create_checklist", asked -> tasks(asked.path("tenant_id").asString()));
    servers.on("tasks_preview_checklist", PlayedProvisioning::preview);
    servers.on("provision_suspend_tenant", this::suspend);
    servers.on("tasks_cancel", this::cancel);
    servers.on("tasks_complete_system", this::complete);
    servers.on("tasks_list", asked -> tasks(asked.path("tenant_id").asString()));
  }

  private static String tenantId(String accountId) {
    return UUID.nameUUIDFromBytes(accountId.getBytes(java.nio.charset.StandardCharsets.UTF_8))
        .toString();
  }

  private Object create(JsonNode asked) {
    var account = asked.path("account_id").asString();
    accountOfTenant.put(tenantId(account), account);
    return tenant(account, looksLeft(account) > 0);
  }

  private Object get(JsonNode asked) {
    var asking = asked.path("account_id").asString("");
    var tenant = asking.isEmpty() ? asked.path("tenant_id").asString() : tenantId(asking);
    var account = accountOfTenant.get(tenant);
    if (account == null) {
      throw new FailureException(Failure.invalid("TENANT_NOT_FOUND", "There is none."));
    }
    var looks = pollsUntilActive.get(account);
    return tenant(account, looks != null && looks.getAndDecrement() > 1);
  }

  private int looksLeft(String account) {
    var looks = pollsUntilActive.get(account);
    return looks == null ? 0 : looks.get();
  }

  private Object suspend(JsonNode asked) {
    return Map.of(
        "tenant_id",
        asked.path("tenant_id").asString(),
        "tier",
        "ENTERPRISE",
        "status",
        "SUSPENDED");
  }

  private Object cancel(JsonNode asked) {
    if (!completed.containsKey(asked.path("tenant_id").asString())) {
      throw new FailureException(Failure.invalid("CHECKLIST_NOT_FOUND", "There is none."));
    }
    return tasks(asked.path("tenant_id").asString());
  }

  private static Object tenant(String account, boolean inTheMaking) {
    return inTheMaking
        ? Map.of("tenant_id", tenantId(account), "tier", "ENTERPRISE", "status", "PROVISIONING")
        : Map.of(
            "tenant_id",
            tenantId(account),
            "tier",
            "ENTERPRISE",
            "status",
            "ACTIVE",
            "login_url",
            "https://login.example/" + tenantId(account));
  }

  private Object issue(JsonNode asked) {
    done(asked.path("tenant_id").asString(), "generate_api_credentials");
    return Map.of(
        "tenant_id",
        asked.path("tenant_id").asString(),
        "one_time_link",
        "https://once.example/"
            + PlayedAccounts.LINK_SECRET
            + asked.path("idempotency_key").asString().hashCode(),
        "expires_at",
        "2199-01-01T00:00:00Z");
  }

  private Object complete(JsonNode asked) {
    var tenant = asked.path("tenant_id").asString();
    if (!asked.path("decision").isString()) {
      throw new FailureException(
          Failure.of(ErrorType.AUTHORIZATION, "DECISION_REQUIRED", 403, "Nobody decided it."));
    }
    asked.path("codes").forEach(code -> done(tenant, code.asString()));
    return tasks(tenant);
  }

  private void done(String tenant, String code) {
    completed.computeIfAbsent(tenant, none -> ConcurrentHashMap.newKeySet()).add(code);
  }

  /// A template that says it is unusable is refused; another one would make a single task.
  private static Object preview(JsonNode asked) {
    var template = asked.path("template").asString();
    if (template.contains("unusable")) {
      throw new FailureException(
          Failure.invalid("INVALID_TEMPLATE", "template: task 1 (unusable) repeats a code"));
    }
    return Map.of(
        "template_version",
        "previewed",
        "tasks",
        List.of(
            Map.of(
                "number",
                1,
                "code",
                "say_hello",
                "title",
                "Say hello",
                "owner",
                "cs_team",
                "status",
                "OPEN",
                "due_date",
                "2199-01-01")));
  }

  private Object tasks(String tenant) {
    done(tenant, "create_tenant");
    var tasks = new ArrayList<Map<String, Object>>();
    for (int i = 0; i < TASKS.size(); i++) {
      tasks.add(
          Map.of(
              "number",
              i + 1,
              "code",
              TASKS.get(i),
              "title",
              TASKS.get(i),
              "owner",
              "system",
              "status",
              completed.get(tenant).contains(TASKS.get(i)) ? "COMPLETED" : "OPEN",
              "due_date",
              "2199-01-01"));
    }
    return Map.of("tasks", tasks);
  }
}
