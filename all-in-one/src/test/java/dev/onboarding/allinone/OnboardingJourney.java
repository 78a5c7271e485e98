package dev.onboarding.allinone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.onboarding.allinone.client.RunView;
import dev.onboarding.allinone.client.Webhook;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What every way of running the system must do, whole or in parts.
public abstract class OnboardingJourney {

  private static Journey journey;
  private static Map<String, String> stories;

  protected static void use(Journey started) {
    journey = started;
    stories = journey.expectedVerdicts();
  }

  protected static Journey journey() {
    return journey;
  }

  @Test
  void decidesEveryStoryAsItsTextSays() {
    Map<String, String> decided = journey.verdicts(List.copyOf(stories.keySet()));

    assertThat(stories).hasSizeGreaterThan(40);
    assertThat(decided).isEqualTo(stories);
  }

  @Test
  void decidesTheSameStoriesUnderOtherIds() {
    Map<String, String> expected = new TreeMap<>();
    stories.forEach((story, verdict) -> {
      if (!story.equals("MISSING-999")) {
        expected.put(journey.copyOf(story), verdict);
      }
    });

    assertThat(journey.verdicts(List.copyOf(expected.keySet()))).isEqualTo(expected);
  }

  @Test
  void switchesASoundCustomerOn() {
    String account = journey.copyOf("ACME-001");

    RunView run = journey.onboard(account);

    assertThat(run.verdict()).isEqualTo("PROCEED");
    assertThat(run.state()).isEqualTo("COMPLETED");
    assertThat(journey.effectsOf("slack").toString()).contains(run.id());
    assertThat(journey.effectsOf("mail").toString()).contains("Welcome");
    assertThat(journey.coordinator().report(run.id(), "md")).contains("PROCEED", account);
    assertThat(journey.coordinator().report(run.id(), "html")).contains("<html");
    assertThat(journey.coordinator().report(run.id(), "json")).contains("\"verdict\"");
  }

  @Test
  void acceptsTheSalesforceIdOfAnAccountToo() {
    RunView byKey = journey.onboard("BETA-002");
    String id = byKey.json().path("account_id").asString();

    RunView byId = journey.onboard(id.substring(0, 15));

    assertThat(id).hasSize(18);
    assertThat(byId.verdict()).isEqualTo("BLOCK");
    assertThat(byId.firedRows()).isEqualTo(byKey.firedRows());
  }

  @Test
  void givesAMissingAccountOneViolationForOneCall() {
    clear();

    RunView run = journey.onboard("MISSING-" + UUID.randomUUID());

    assertThat(run.firedRows()).hasSize(1);
    assertThat(journey.apiCalls("salesforce")).isEqualTo(1);
    assertThat(journey.apiCalls("docusign") + journey.apiCalls("netsuite")).isZero();
  }

  @Test
  void readsASoundCustomerInFourCalls() {
    String account = journey.copyOf("BETA-002");
    clear();

    journey.onboard(account);

    assertThat(journey.apiCalls("salesforce")).isEqualTo(1);
    assertThat(journey.apiCalls("docusign")).isEqualTo(2);
    assertThat(journey.apiCalls("netsuite")).isEqualTo(1);
  }

  @Test
  void readsTwoHundredAccountsInAHandfulOfCalls() {
    List<String> accounts =
        journey
            .sandbox()
            .accounts("BATCH-" + UUID.randomUUID() + "-", 200, Map.of("like", "BETA-002"));
    clear();

    journey.observe(accounts);

    assertThat(journey.apiCalls("salesforce")).isLessThanOrEqualTo(4);
    assertThat(journey.apiCalls("netsuite")).isLessThanOrEqualTo(4);
    assertThat(journey.apiCalls("docusign")).isLessThanOrEqualTo(10);
    assertThat(journey.effectsOf("slack").toString()).doesNotContain(accounts.getFirst());
  }

  @Test
  void decidesEveryStoryInABatchAsAlone() {
    Map<String, String> decided = journey.observe(List.copyOf(stories.keySet()));

    assertThat(decided).isEqualTo(stories);
  }

  @Test
  void sendsNothingAgainForATriggerThatIsKnown() {
    String account = journey.copyOf("ACME-001");
    Webhook webhook = journey.webhook(account);
    String run = journey.coordinator().trigger(webhook);
    journey.rested(run);
    long before = journey.effects("slack") + journey.effects("mail");

    String again = journey.coordinator().trigger(webhook);
    journey.rested(again);

    assertThat(again).isEqualTo(run);
    assertThat(journey.effects("slack") + journey.effects("mail")).isEqualTo(before);
  }

  @Test
  void makesOneTenantForManyTriggersAtOnce() throws Exception {
    String account = journey.copyOf("ACME-001");
    long before = journey.effects("provisioner");
    List<String> runs = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<String> trigger = () -> journey.coordinator().trigger(journey.webhook(account));
      for (var run : threads.invokeAll(Stream.generate(() -> trigger).limit(4).toList())) {
        runs.add(run.get());
      }
    }

    runs.forEach(journey::rested);

    long tenants =
        Stream.iterate(0, i -> i + 1)
            .limit(journey.effects("provisioner"))
            .skip(before)
            .map(i -> journey.effectsOf("provisioner").get(i).path("instance_id").asString())
            .distinct()
            .count();
    assertThat(tenants).isEqualTo(1);
  }

  @Test
  void keepsTheTenantsKeyOutOfEverythingThatPeopleRead() {
    RunView run = journey.onboard(journey.copyOf("ACME-001"));

    String read =
        journey.coordinator().report(run.id(), "md")
            + journey.coordinator().report(run.id(), "json")
            + journey.coordinator().report(run.id(), "html")
            + run.json()
            + journey.effectsOf("slack")
            + journey.effectsOf("mail");

    String bindings = journey.effectsOf("provisioner").toString();
    assertThat(bindings).contains("api_key");
    for (String key : bindings.split("\"api_key\":\"")) {
      assertThat(read)
          .doesNotContain(
              key.substring(0, Math.max(8, key.indexOf('"') < 0 ? 8 : key.indexOf('"'))));
    }
  }

  @Test
  void letsAnApprovedCustomerGoOnAndARejectedOneEnd() {
    RunView waiting = journey.onboard(journey.copyOf("GAMMA-003"));
    RunView other = journey.onboard(journey.copyOf("GAMMA-003"));

    journey.coordinator().answer(waiting, "APPROVE", "Ada", "Payment is promised.");
    journey.coordinator().answer(other, "REJECT", "Ada", "No payment.");

    assertThat(waiting.state()).isEqualTo("WAITING_APPROVAL");
    assertThat(journey.rested(waiting.id()).state()).isEqualTo("COMPLETED");
    assertThat(journey.rested(other.id()).state()).isEqualTo("REJECTED");
    assertThat(journey.coordinator().report(waiting.id(), "md")).contains("Payment is promised.");
  }

  @Test
  void callsAnOutageAnOutage() {
    String account = journey.copyOf("ACME-001");
    journey
        .sandbox()
        .faults(
            "netsuite", Map.of("rules", List.of(Map.of("account", account, "kind", "throttled"))));

    RunView run = journey.onboard(account);
    journey.sandbox().faults("netsuite", Map.of("rules", List.of()));

    assertThat(run.verdict()).isEqualTo("BLOCK");
    assertThat(run.json().path("decision").toString())
        .contains("CONCURRENCY_LIMIT_EXCEEDED")
        .doesNotContain("INV-");
  }

  @Test
  void refusesAnUnsignedTriggerAndStoresNothing() {
    Webhook signed = journey.webhook("ACME-001");
    Webhook forged = new Webhook(signed.body().replace("ACME-001", "BETA-002"), signed.signature());

    assertThatThrownBy(() -> journey.coordinator().trigger(forged))
        .hasMessageContaining("ignature");
  }

  private static void clear() {
    Stream.of("salesforce", "docusign", "netsuite").forEach(journey.sandbox()::clear);
  }
}
