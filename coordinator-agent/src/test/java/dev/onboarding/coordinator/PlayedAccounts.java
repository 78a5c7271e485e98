package dev.onboarding.coordinator;

import dev.onboarding.edge.EdgeJson;
import dev.onboarding.model.AccountReference;
import dev.onboarding.model.Money;
import dev.onboarding.model.finding.Assessment;
import dev.onboarding.model.finding.ContractFinding;
import dev.onboarding.model.finding.ContractState;
import dev.onboarding.model.finding.Domain;
import dev.onboarding.model.finding.Evidence;
import dev.onboarding.model.finding.InvoiceFinding;
import dev.onboarding.model.finding.InvoiceStatus;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Accounts as CRM, contract agent and finance agent tell of them, each sound but for one point.
public final class PlayedAccounts {

  /// The one point.
  public enum Story {
    SOUND,
    NUL_IN_NAME,
    NOT_WON,
    OVERDUE,
    MISSING,
    DELETED,
    NOBODY_TO_WELCOME,
    UNUSABLE_SIGNATORY,
    UNUSABLE_OWNER
  }

  /// What describes or reaches people in what is told of an account.
  private static final List<String> PERSONAL =
      List.of(
          "Customer ",
          "Olga Owner",
          "olga@",
          "Account Executive",
          "Sales",
          "Deal",
          "Sandra Signatory",
          "sandra@",
          "billing@",
          "The only contract.",
          "The contract is executed.",
          "The only invoice.",
          "The invoice is overdue.");

  static final String LINK_SECRET = "one-time-link-secret-";

  private final Map<String, Story> stories = new ConcurrentHashMap<>();
  private final Map<String, String> marks = new ConcurrentHashMap<>();
  private final Map<String, LocalDate> won = new ConcurrentSkipListMap<>();
  private final Clock clock;

  PlayedAccounts(Clock clock) {
    this.clock = clock;
  }

  public void tell(String key, Story story) {
    stories.put(key, story);
  }

  /// Everything personal about the account begins with the mark, to be found again wherever it
  /// gets.
  public void mark(String key, String mark) {
    marks.put(key, mark);
  }

  private Object marked(Object answer) {
    var text = EdgeJson.mapper().writeValueAsString(answer);
    for (var each : marks.entrySet()) {
      if (text.contains(accountId(each.getKey()))) {
        for (var personal : PERSONAL) {
          text = text.replace("\"" + personal, "\"" + each.getValue() + personal);
        }
      }
    }
    return EdgeJson.mapper().readTree(text);
  }

  public static String accountId(String key) {
    return new AccountReference("001" + "%012d".formatted(Math.abs((long) key.hashCode()))).value();
  }

  private String key(String reference) {
    return stories.keySet().stream()
        .filter(key -> key.equals(reference) || accountId(key).equals(reference))
        .findFirst()
        .orElse(reference);
  }

  private Story story(String reference) {
    return stories.getOrDefault(key(reference), Story.MISSING);
  }

  void play(FakeToolServers servers) {
    servers.on("salesforce_get_onboarding_snapshot", asked -> marked(snapshot(asked)));
    servers.on("contract_assess", asked -> marked(answers(asked, this::contract)));
    servers.on("finance_assess", asked -> marked(answers(asked, this::invoice)));
    servers.on("salesforce_get_onboarding_snapshots", asked -> marked(snapshots(asked)));
    servers.on("salesforce_find_closed_won", this::closedWon);
  }

  private Object snapshot(JsonNode asked) {
    var reference = asked.path("account_id").asString();
    var story = story(reference);
    if (story == Story.MISSING) {
      return Map.of("looked_up", reference, "accounts_matching", 0);
    }
    var key = key(reference);
    var id = accountId(key);
    return Map.of(
        "looked_up", reference,
        "accounts_matching", 1,
        "account", account(key, name(key, story), id, story == Story.DELETED),
        "owner", owner(story),
        "opportunities", List.of(opportunity(id, story != Story.NOT_WON)),
        "contracts",
            List.of(
                Map.of(
                    "id", "800000000000001AAA",
                    "account_id", id,
                    "contract_number", "00000101",
                    "status_code", "Activated")));
  }

  private Object snapshots(JsonNode asked) {
    return Map.of(
        "outcomes",
        asked
            .path("account_ids")
            .valueStream()
            .map(id -> Map.of("account_id", id, "snapshot", snapshot(Map.of("account_id", id))))
            .toList());
  }

  private Object snapshot(Map<String, JsonNode> asked) {
    return snapshot(EdgeJson.mapper().<JsonNode>valueToTree(asked));
  }

  /// Deals of the accounts that somebody said are won, two to a page.
  private Object closedWon(JsonNode asked) {
    var all = List.copyOf(won.entrySet());
    int from = asked.path("cursor").asInt(0);
    int to = Math.min(all.size(), from + 2);
    var deals =
        all.subList(from, to).stream()
            .map(deal ->
                Map.of("account_id", accountId(deal.getKey()), "close_date", deal.getValue()))
            .toList();
    return to < all.size()
        ? Map.of("opportunities", deals, "next_cursor", Integer.toString(to))
        : Map.of("opportunities", deals);
  }

  /// The deal of the account was won so many days ago.
  public void won(String key, int daysAgo) {
    won.put(key, today().minusDays(daysAgo));
  }

  private static String name(String key, Story story) {
    return story == Story.NUL_IN_NAME ? "Customer\u0000" + key : "Customer " + key;
  }

  private static Map<String, Object> account(String key, String name, String id, boolean deleted) {
    return Map.of(
        "id", id,
        "name", name,
        "external_key", key,
        "is_deleted", deleted,
        "billing_country", "US",
        "industry", "Software",
        "owner_id", "005000000000001AAA",
        "currency", "USD",
        "time_zone", "Pacific/Auckland");
  }

  private static Map<String, Object> owner(Story story) {
    return Map.of(
        "id", "005000000000001AAA",
        "name", "Olga Owner",
        "email", story == Story.UNUSABLE_OWNER ? "olga@" : "olga@vendor.example",
        "is_active", true,
        "profile_id", "00e000000000001AAA",
        "title", "Account Executive",
        "department", "Sales",
        "manager_id", "005000000000002AAA");
  }

  private Map<String, Object> opportunity(String account, boolean won) {
    return Map.of(
        "id",
        "006000000000001AAA",
        "account_id",
        account,
        "name",
        "Deal",
        "stage_name",
        won ? "Closed Won" : "Negotiation",
        "is_won",
        won,
        "is_closed",
        won,
        "amount",
        120_000,
        "currency",
        "USD",
        "close_date",
        today().minusDays(10),
        "contract_id",
        "800000000000001AAA");
  }

  private static Object answers(JsonNode asked, java.util.function.Function<String, Object> of) {
    return Map.of(
        "assessments",
        asked
            .path("accounts")
            .valueStream()
            .map(each -> each.path("account_id").asString())
            .map(account -> Map.of("account_id", account, "assessment", of.apply(account)))
            .toList());
  }

  private Object contract(String account) {
    boolean known = story(account) != Story.NOBODY_TO_WELCOME;
    return Assessment.judged(
        Domain.CONTRACT,
        List.of(
            new ContractFinding(
                1,
                1,
                false,
                false,
                "envelope-1",
                ContractState.EXECUTED,
                account,
                today().minusDays(20),
                today().plusDays(345),
                "agreement",
                "agreement",
                false,
                false,
                false,
                false,
                null,
                null,
                null,
                false,
                0,
                0,
                usd("120000.00"),
                "Net 30",
                true,
                known ? "Sandra Signatory" : null,
                known ? signatoryEmail(account) : null,
                "The only contract.",
                "The contract is executed.",
                evidence("docusign"))));
  }

  private String signatoryEmail(String account) {
    return story(account) == Story.UNUSABLE_SIGNATORY
        ? "all: sandra@customer.example, other@customer.example;"
        : "sandra@customer.example";
  }

  private Object invoice(String account) {
    boolean overdue = story(account) == Story.OVERDUE;
    return Assessment.judged(
        Domain.INVOICE,
        List.of(
            new InvoiceFinding(
                1,
                1,
                0,
                null,
                0,
                null,
                null,
                false,
                "1227",
                "INV1227",
                overdue ? InvoiceStatus.OPEN : InvoiceStatus.PAID_IN_FULL,
                account,
                "Customer " + key(account),
                usd("120000.00"),
                usd("120000.00"),
                overdue ? usd("40000.00") : usd("0.00"),
                today().minusDays(25),
                overdue ? 25 : 0,
                overdue ? 0.66 : 1.0,
                false,
                null,
                List.of(),
                story(account) == Story.NOBODY_TO_WELCOME ? null : "billing@customer.example",
                "The only invoice.",
                overdue ? "The invoice is overdue." : "The invoice is paid.",
                evidence("netsuite"))));
  }

  private List<Evidence> evidence(String system) {
    return List.of(new Evidence(system, "record", "tool", "call-x", clock.instant(), "digest-x"));
  }

  private LocalDate today() {
    return clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
  }

  private static @Nullable Money usd(String amount) {
    return Money.of(amount, "USD");
  }
}
