package dev.onboarding.allinone.proof;

import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/// The sandbox in its own process: what is told of accounts, what goes wrong, and exact counts of
/// everything that was done to it.
final class OutsideWorld {

  static final List<String> SYSTEMS =
      List.of("salesforce", "netsuite", "docusign", "provisioner", "slack", "mail");

  /// Those with an allowance that a flood would use up.
  private static final Set<String> LIMITED = Set.of("salesforce", "docusign");

  static final String CREATE_TENANT = "PUT /v2/service_instances/{id}";
  static final String POST_MESSAGE = "POST /api/chat.postMessage";
  static final String MAIL = "SMTP /";
  static final String LIST_ENVELOPES = "GET /restapi/v2.1/accounts/{account}/envelopes";
  static final String SUITEQL = "POST /services/rest/query/v1/suiteql";

  private final URI address;
  private Effects counted = new Effects(0, 0, 0, 0, 0, 0, 0);

  OutsideWorld(URI address) {
    this.address = address;
  }

  /// What was brought about, each kind of effect with how often and for how many different keys.
  ///
  /// @param repeatedMails mails whose Message-ID arrived more than once
  record Effects(
      long tenants,
      long distinctTenants,
      long credentials,
      long messages,
      long distinctMessages,
      long distinctMails,
      long repeatedMails) {

    /// What so many undisturbed runs would have brought about.
    Effects times(int runs) {
      return new Effects(
          tenants * runs,
          distinctTenants * runs,
          credentials * runs,
          messages * runs,
          distinctMessages * runs,
          distinctMails * runs,
          0);
    }

    Effects minus(Effects before) {
      return new Effects(
          tenants - before.tenants,
          distinctTenants - before.distinctTenants,
          credentials - before.credentials,
          messages - before.messages,
          distinctMessages - before.distinctMessages,
          distinctMails - before.distinctMails,
          repeatedMails - before.repeatedMails);
    }

    /// The same without the mails that a relay carried twice: one message, told by its Message-ID.
    Effects withoutCopies() {
      return new Effects(
          tenants, distinctTenants, credentials, messages, distinctMessages, distinctMails, 0);
    }

    String told() {
      return "%d tenants, %d credentials, %d messages, %d mails%s"
          .formatted(
              tenants,
              credentials,
              messages,
              distinctMails,
              repeatedMails == 0 ? "" : " (" + repeatedMails + " carried twice)");
    }
  }

  /// Accounts of one story under keys of their own.
  List<String> accounts(String prefix, int count, String story) {
    var keys = new ArrayList<String>();
    Exchange.send(
            "POST",
            at("/accounts"),
            Map.of("prefix", prefix + suffix(), "count", count, "story", Map.of("like", story)))
        .forEach(key -> keys.add(key.asString()));
    return keys;
  }

  /// Two of the few hundred accounts of a proof are the same once in tens of thousands of proofs.
  private static String suffix() {
    return UUID.randomUUID().toString().substring(0, 8) + "-";
  }

  JsonNode account(String key) {
    return Exchange.get(at("/accounts/" + key));
  }

  void account(String key, Object story) {
    Exchange.send("PUT", at("/accounts/" + key), story);
  }

  /// From now on effects are counted anew. Nothing is taken back: tenants stay.
  void countAnew() {
    counted = all();
  }

  /// Nothing goes wrong any more, and nobody's daily allowance runs out.
  void heal() {
    SYSTEMS.forEach(system -> faults(system, List.of()));
  }

  void faults(String system, List<Map<String, Object>> rules) {
    Map<String, Object> plan = new LinkedHashMap<>();
    plan.put("rules", rules);
    if (LIMITED.contains(system)) {
      plan.put("limit", 1_000_000);
    }
    Exchange.send("PUT", at("/faults/" + system), plan);
  }

  /// How many calls each of a system's faults has struck, in their order.
  List<Integer> struck(String system) {
    var counts = new ArrayList<Integer>();
    Exchange.get(at("/faults/" + system + "/struck"))
        .path("struck")
        .forEach(count -> counts.add(count.asInt()));
    return counts;
  }

  /// Holds calls of one kind open until the system is healed or told of other faults.
  ///
  /// @param after whether the call takes effect before it is held
  /// @param times how many calls
  void hold(String system, String operation, boolean after, int times) {
    Map<String, Object> rule = new LinkedHashMap<>();
    rule.put("kind", "hold");
    rule.put("operation", operation);
    rule.put("after", after);
    rule.put("times", times);
    rule.put("status", 503);
    faults(system, List.of(rule));
  }

  void awaitHeld(String system, int calls) {
    await(calls + " held calls at " + system)
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(20))
        .until(() -> Exchange.get(at("/faults/" + system + "/held")).path("held").size() >= calls);
  }

  /// Lets go what is held; it is refused, and what comes next goes through.
  void release(String system) {
    faults(system, List.of());
  }

  JsonNode counts(String system) {
    return Exchange.get(at("/inspect/" + system + "/counts?keys=true"));
  }

  /// What was brought about since it was last counted anew.
  Effects effects() {
    return all().minus(counted);
  }

  private Effects all() {
    JsonNode broker = counts("provisioner").path("effects");
    JsonNode slack = counts("slack").path("effects");
    JsonNode mail = counts("mail").path("effects");
    return new Effects(
        total(broker, "tenants_created"),
        distinct(broker, "tenants_created"),
        total(broker, "credentials_issued"),
        total(slack, "messages"),
        distinct(slack, "messages"),
        distinct(mail, "mails"),
        mail.path("mails").path("more_than_once").size());
  }

  private static long total(JsonNode effects, String kind) {
    return effects.path(kind).path("total").asLong(0);
  }

  private static long distinct(JsonNode effects, String kind) {
    return effects.path(kind).path("distinct").asLong(0);
  }

  private URI at(String path) {
    return address.resolve(path);
  }
}
