package dev.onboarding.sandbox.story;

import dev.onboarding.sandbox.wire.Answer;
import dev.onboarding.sandbox.wire.Call;
import dev.onboarding.sandbox.wire.ControlProblem;
import dev.onboarding.sandbox.wire.Json;
import dev.onboarding.sandbox.wire.Routes;
import java.util.Map;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// `/accounts` and `/accounts/{key}`: read the stories, change one, add one or many.
public final class StoryPages {

  private final Stories stories;

  public StoryPages(Stories stories) {
    this.stories = stories;
  }

  public void on(Routes routes) {
    routes
        .on("GET", "/accounts", (call, path) -> list())
        .on("POST", "/accounts", (call, path) -> post(call))
        .on("GET", "/accounts/{key}", (call, path) -> shown(200, of(path)))
        .on("PUT", "/accounts/{key}", this::put);
  }

  private Answer list() {
    ArrayNode list = Json.array();
    for (Told account : stories.all()) {
      Story story = account.story();
      list.addObject()
          .put("key", story.key())
          .put("story", story.story())
          .put("decision", story.decision())
          .put("why", story.why())
          .put("salesforce_id", account.accountId());
    }
    return Answer.json(200, list);
  }

  private Answer put(Call call, Map<String, String> path) {
    String key = path.getOrDefault("key", "");
    boolean known = stories.find(key).isPresent();
    return told(() -> shown(known ? 200 : 201, stories.tell(key, call.json())));
  }

  /// One story told of a whole range of keys.
  private Answer post(Call call) {
    return told(() -> {
      StoryRange range = StoryRange.read(call.json());
      range.keys().forEach(key -> stories.tell(key, range.story()));
      ArrayNode keys = Json.array();
      range.keys().forEach(keys::add);
      return Answer.json(201, keys);
    });
  }

  private static Answer told(Supplier<Answer> telling) {
    try {
      return telling.get();
    } catch (JacksonException e) {
      throw new ControlProblem(400, "The body is no JSON: " + e.getOriginalMessage());
    } catch (StoryProblem e) {
      throw new ControlProblem(400, String.valueOf(e.getMessage()));
    }
  }

  private Answer shown(int status, Told account) {
    ObjectNode json = stories.written(account);
    json.set("ids", ids(account));
    return Answer.json(status, json);
  }

  private static ObjectNode ids(Told account) {
    ObjectNode ids =
        Json.object()
            .put("salesforce_account_id", account.accountId())
            .put("salesforce_owner_id", account.ownerId());
    Story story = account.story();
    ArrayNode opportunities = ids.putArray("salesforce_opportunity_ids");
    for (int i = 0; i < story.opportunities().size(); i++) {
      opportunities.add(account.opportunityId(i));
    }
    ArrayNode contracts = ids.putArray("salesforce_contract_ids");
    for (int i = 0; i < story.contracts().size(); i++) {
      contracts.add(account.contractId(i));
    }
    ArrayNode envelopes = ids.putArray("docusign_envelope_ids");
    for (int i = 0; i < story.envelopes().size(); i++) {
      envelopes.add(account.envelopeId(i).toString());
    }
    ArrayNode customers = ids.putArray("netsuite_customer_ids");
    for (int i = 0; i < story.customers().size(); i++) {
      customers.add(account.customerId(i));
    }
    ArrayNode invoices = ids.putArray("netsuite_invoice_ids");
    for (int i = 0; i < story.invoices().size(); i++) {
      invoices.add(account.transactionId(i));
    }
    return ids;
  }

  private Told of(Map<String, String> path) {
    String key = path.getOrDefault("key", "");
    return stories
        .find(key)
        .orElseThrow(() -> new ControlProblem(404, "No account '" + key + "'; see /accounts"));
  }
}
