package dev.onboarding.allinone.doctor;

import dev.onboarding.agentkit.ToolServers;
import dev.onboarding.model.Failure;
import dev.onboarding.model.FailureException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Asks every upstream about one account, as a run would, and says what to fix.
public final class Doctor {

  private final ToolServers tools;

  public Doctor(ToolServers tools) {
    this.tools = tools;
  }

  /// @param account external key or Salesforce id; any well-formed one serves to test the
  ///   connection
  public List<Checkup> examine(String account) {
    List<Checkup> checkups = new ArrayList<>();
    JsonNode snapshot =
        ask(
            checkups,
            "salesforce",
            "salesforce_get_onboarding_snapshot",
            Map.of("account_id", account),
            Doctor::customer);
    if (snapshot == null || !snapshot.has("account")) {
      checkups.add(
          Checkup.ill(
              "others",
              "not asked, because Salesforce names no one account",
              "Name an account that exists with --account ID."));
      return checkups;
    }
    Map<String, Object> identity = identity(snapshot);
    ask(
        checkups,
        "clm",
        "clm_get_contract",
        with(identity, "account_id", "envelope_id", "account_name"),
        Doctor::contracts);
    ask(
        checkups,
        "netsuite",
        "netsuite_list_account_invoices",
        with(identity, "account_id", "external_key", "opportunity_id", "contract_id"),
        Doctor::billing);
    ask(
        checkups,
        "provisioning",
        "provision_get_tenant",
        with(identity, "account_id"),
        Doctor::tenant);
    return checkups;
  }

  private @Nullable JsonNode ask(
      List<Checkup> checkups,
      String server,
      String tool,
      Map<String, Object> arguments,
      BiFunction<String, JsonNode, Checkup> reading) {
    try {
      JsonNode answer = tools.call(server, tool, arguments, JsonNode.class).value();
      checkups.add(reading.apply(server, answer));
      return answer;
    } catch (FailureException e) {
      Failure failure = e.failure();
      if ("TENANT_NOT_FOUND".equals(failure.errorCode())) {
        checkups.add(Checkup.fine(server, "answers; no tenant for this account yet"));
        return null;
      }
      checkups.add(
          Checkup.ill(
              server,
              "%s %s: %s".formatted(failure.errorType(), failure.errorCode(), failure.message()),
              failure.resolution() + " (" + failure.owner() + ")"));
      return null;
    }
  }

  private static Map<String, Object> identity(JsonNode snapshot) {
    Map<String, Object> identity = new LinkedHashMap<>();
    put(identity, "account_id", snapshot.at("/account/id"));
    put(identity, "external_key", snapshot.at("/account/external_key"));
    put(identity, "account_name", snapshot.at("/account/name"));
    put(identity, "opportunity_id", snapshot.at("/opportunities/0/id"));
    put(identity, "contract_id", snapshot.at("/contracts/0/id"));
    put(identity, "envelope_id", snapshot.at("/contracts/0/envelope_id"));
    return identity;
  }

  private static void put(Map<String, Object> target, String name, JsonNode value) {
    if (value.isString()) {
      target.put(name, value.asString());
    }
  }

  private static Map<String, Object> with(Map<String, Object> identity, String... names) {
    Map<String, Object> chosen = new LinkedHashMap<>();
    for (String name : names) {
      if (identity.get(name) != null) {
        chosen.put(name, identity.get(name));
      }
    }
    return chosen;
  }

  private static Checkup customer(String server, JsonNode answer) {
    int matching = answer.path("accounts_matching").asInt();
    if (!answer.has("account")) {
      return Checkup.ill(
          server,
          "answers; %d accounts match".formatted(matching),
          matching == 0
              ? "Check the id, and which field holds the external key (SALESFORCE_EXTERNAL_KEY_FIELD)."
              : "Give each account a key of its own, or name it by its Salesforce id.");
    }
    return Checkup.fine(
        server,
        "account %s '%s', %d opportunities, %d contracts"
            .formatted(
                answer.at("/account/id").asString(""),
                answer.at("/account/name").asString(""),
                answer.path("opportunities").size(),
                answer.path("contracts").size()));
  }

  private static Checkup contracts(String server, JsonNode answer) {
    List<String> statuses = texts(answer.path("contracts"), "status_raw");
    String found =
        "%d envelopes match; contracts: %s"
            .formatted(answer.path("envelopes_matching").asInt(), statuses);
    return statuses.isEmpty()
        ? Checkup.ill(
            server,
            found,
            "Check the envelope's custom field, or name the envelope on the Salesforce contract (clm.identity).")
        : Checkup.fine(server, found);
  }

  private static Checkup billing(String server, JsonNode answer) {
    JsonNode customers = answer.path("customers");
    String found =
        "%d customers match %s; invoices: %s"
            .formatted(
                customers.size(),
                texts(customers, "name"),
                texts(answer.path("invoices"), "number"));
    return customers.size() == 1
        ? Checkup.fine(server, found)
        : Checkup.ill(
            server,
            found,
            "Exactly one customer must carry the account's key (netsuite.identity.customer-field).");
  }

  private static Checkup tenant(String server, JsonNode answer) {
    return Checkup.fine(
        server,
        "tenant %s, %s, %s"
            .formatted(
                answer.path("tenant_id").asString(""),
                answer.path("tier").asString(""),
                answer.path("status").asString("")));
  }

  private static List<String> texts(JsonNode list, String field) {
    List<String> texts = new ArrayList<>();
    list.forEach(element -> texts.add(element.path(field).asString("?")));
    return texts;
  }
}
