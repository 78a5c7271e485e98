package dev.onboarding.provisioning.tenant;

import static dev.onboarding.provisioning.support.StubBroker.cut;
import static dev.onboarding.provisioning.support.StubBroker.json;
import static dev.onboarding.provisioning.tenant.TenantFixture.ACCOUNT;
import static dev.onboarding.provisioning.tenant.TenantFixture.failure;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.http.RequestMethod;
import dev.onboarding.model.CallContext;
import dev.onboarding.model.ErrorType;
import dev.onboarding.model.Failure;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Whatever goes wrong on the way, there is one tenant or none, and it is said which.
class ProvisioningFailuresPostgresTests {

  private final TenantFixture fixture = new TenantFixture();

  @AfterEach
  void stop() {
    fixture.close();
  }

  @Test
  void removesTheRemainsOfAFailedAttemptBeforeTheNext() {
    fixture.stub.provisionsLater().lastOperation("failed");
    TenantRecord begun = fixture.create("STARTER", "k1");
    TenantRecord failed = fixture.read(begun.tenantId());
    assertThat(failed.status()).isEqualTo(TenantStatus.FAILED);
    assertThat(failed.statusReason()).contains("no room");

    fixture.stub.provisionsAtOnce().onDelete(json(200, "{}"));
    TenantRecord again = fixture.create("STARTER", "k1");

    assertThat(again.status()).isEqualTo(TenantStatus.ACTIVE);
    assertThat(again.statusReason()).isNull();
    assertThat(fixture.stub.count(RequestMethod.DELETE)).isEqualTo(1);
  }

  @Test
  void refusesAnAddressThatCannotBeKeptAndTakesItOnceItIsRight() {
    fixture.stub.onPut(json(201, "{\"dashboard_url\":\"https://acme.example/\\u0000\"}"));

    Failure refused = failure(() -> fixture.create("GROWTH", "k1"));
    assertThat(refused.errorType()).isEqualTo(ErrorType.VALIDATION);
    assertThat(refused.message()).contains("dashboard_url");
    assertThat(fixture.store.dump("tenants")).contains("\"status\":\"PROVISIONING\"");

    fixture.stub.provisionsAtOnce();
    assertThat(fixture.create("GROWTH", "k1").status()).isEqualTo(TenantStatus.ACTIVE);
  }

  @Test
  void refusesAnOperationThatCannotBeKept() {
    fixture.stub.onPut(json(202, "{\"operation\":\"op\\u0000\"}"));

    Failure refused = failure(() -> fixture.create("GROWTH", "k1"));

    assertThat(refused.errorType()).isEqualTo(ErrorType.VALIDATION);
    assertThat(refused.message()).contains("operation");
  }

  @Test
  void keepsAReasonWithoutWhatNobodyCanRead() {
    fixture.stub.onPut(
        json(400, "{\"error\":\"Bad\\u0000Request\",\"description\":\"no\\u0000 \\ud800room\"}"));

    Failure refused = failure(() -> fixture.create("GROWTH", "k1"));

    assertThat(refused.errorType()).isEqualTo(ErrorType.VALIDATION);
    assertThat(refused.errorCode()).isEqualTo("Bad Request");
    assertThat(refused.message()).contains("no room");
    assertThat(fixture.store.dump("tenants")).contains("Bad Request", "no room");
  }

  @Test
  void keepsWhyAnOperationFailedWithoutWhatNobodyCanRead() {
    fixture.stub.provisionsLater();
    fixture.stub.onPoll(json(200, "{\"state\":\"failed\",\"description\":\"no\\u0000room\"}"));
    TenantRecord begun = fixture.create("STARTER", "k1");

    TenantRecord failed = fixture.read(begun.tenantId());

    assertThat(failed.status()).isEqualTo(TenantStatus.FAILED);
    assertThat(failed.statusReason()).contains("no room");
  }

  @Test
  void findsATenantWhoseAnswerWasLost() {
    fixture.stub.onPut(cut()).onGet(json(200, "{\"dashboard_url\":\"https://found.example\"}"));

    TenantRecord tenant = fixture.create("GROWTH", "k1");

    assertThat(tenant.status()).isEqualTo(TenantStatus.ACTIVE);
    assertThat(tenant.loginUrl()).isEqualTo("https://found.example");
  }

  @Test
  void saysThatItDoesNotKnowWhenNobodyCanTell() {
    fixture.stub.onPut(cut()).onGet(cut());

    Failure lost = failure(() -> fixture.create("GROWTH", "k1"));

    assertThat(lost.errorType()).isEqualTo(ErrorType.INDETERMINATE);
    assertThat(lost.errorCode()).isEqualTo("RESPONSE_LOST");
    assertThat(fixture.store.dump("tenants")).contains("\"status\":\"PROVISIONING\"");

    fixture.stub.provisionsAtOnce();
    assertThat(fixture.create("GROWTH", "k1").status()).isEqualTo(TenantStatus.ACTIVE);
    assertThat(fixture.store.count("tenants")).isEqualTo(1);
  }

  @Test
  void repeatsARequestWithUnknownOutcomeWordForWord() {
    fixture.stub.onPut(cut()).onGet(cut());
    failure(() -> fixture.create("GROWTH", "k1"));
    String lost = fixture.stub.lastPut();

    fixture.stub.provisionsAtOnce();
    fixture.tools.create(
        ACCOUNT, "Acme renamed", "GROWTH", "production", fixture.decision("GROWTH"), "k2");

    assertThat(fixture.stub.lastPut()).isEqualTo(lost).contains("Acme").doesNotContain("renamed");
  }

  @Test
  void reportsALostAnswerAsTheFailureItWasWhenNothingCameOfIt() {
    fixture.stub.onPut(json(500, "{}")).onGet(json(404, "{}")).onPoll(json(404, "{}"));

    Failure failure = failure(() -> fixture.create("GROWTH", "k1"));

    assertThat(failure.errorType()).isEqualTo(ErrorType.SERVER_ERROR);
    assertThat(fixture.store.dump("tenants")).contains("\"status\":\"FAILED\"");
  }

  @Test
  void takesARefusalForFinalAndBearsAnotherAttempt() {
    fixture.stub.onPut(json(400, "{\"description\":\"name too long\"}"));
    Failure refused = failure(() -> fixture.create("GROWTH", "k1"));
    assertThat(refused.errorType()).isEqualTo(ErrorType.VALIDATION);
    TenantRecord failed = fixture.tools.get(null, ACCOUNT);
    assertThat(failed.status()).isEqualTo(TenantStatus.FAILED);
    assertThat(failed.statusReason()).contains("name too long");

    fixture.stub.provisionsAtOnce();

    assertThat(fixture.create("GROWTH", "k1").status()).isEqualTo(TenantStatus.ACTIVE);
  }

  @Test
  void keepsTheWayOpenWhenItIsThrottled() {
    fixture.stub.onPut(json(429, "{}"));

    assertThat(failure(() -> fixture.create("GROWTH", "k1")).errorType())
        .isEqualTo(ErrorType.RATE_LIMIT);
    assertThat(fixture.store.dump("tenants"))
        .contains("\"status\":\"PROVISIONING\"", "\"led_until\":null");
  }

  @Test
  void takesOverFromOneWhoDiedOnTheWay() {
    fixture.stub.provisionsAtOnce();
    leadAndDie();
    Instant died = fixture.clock.instant();
    fixture.pause = wait -> fixture.clock.advance(Duration.ofSeconds(10));

    assertThat(fixture.create("GROWTH", "k1").status()).isEqualTo(TenantStatus.ACTIVE);

    assertThat(fixture.clock.instant()).isEqualTo(died.plus(Duration.ofMinutes(2)));
    assertThat(fixture.stub.puts()).isEqualTo(1);
  }

  @Test
  void waitsForALeaderNoLongerThanItsCallerDoes() {
    leadAndDie();
    fixture.pause = wait -> fixture.clock.advance(Duration.ofSeconds(1));
    var context =
        new CallContext("r", "c", "test", fixture.clock.instant().plus(Duration.ofSeconds(5)));

    context.run(() -> {
      Failure busy = failure(() -> fixture.create("GROWTH", "k1"));
      assertThat(busy.errorCode()).isEqualTo("TENANT_BUSY");
      assertThat(busy.errorType().passesByItself()).isTrue();
    });
  }

  @Test
  void tellsAReaderThatNothingCameOfADeadLeadersAttempt() {
    fixture.stub.onGet(json(404, "{}")).onPoll(json(404, "{}"));
    leadAndDie();
    assertThat(fixture.tools.get(null, ACCOUNT).status()).isEqualTo(TenantStatus.PROVISIONING);

    fixture.clock.advance(Duration.ofMinutes(2));

    assertThat(fixture.tools.get(null, ACCOUNT).status()).isEqualTo(TenantStatus.FAILED);
  }

  @Test
  void sellsAnotherTierOnlyAfterAFailure() {
    fixture.stub.provisionsLater().lastOperation("failed");
    fixture.read(fixture.create("STARTER", "k1").tenantId());
    fixture.stub.provisionsAtOnce().onDelete(json(200, "{}"));

    TenantRecord tenant = fixture.create("GROWTH", "k2");

    assertThat(tenant.tier()).isEqualTo(ServiceTier.GROWTH);
    assertThat(fixture.stub.lastPut()).contains("plan-g");
    assertThat(fixture.stub.lastDelete()).contains("plan_id=plan-s");
  }

  @Test
  void ignoresWhatALeaderWritesAfterAnotherTookOver() {
    fixture.stub.provisionsAtOnce();
    long staleEpoch = leadAndDie();
    fixture.clock.advance(Duration.ofMinutes(2));
    TenantRecord tenant = fixture.create("GROWTH", "k1");

    fixture.tenants.settle(tenant.tenantId(), staleEpoch, Outcome.open(), fixture.clock.instant());

    assertThat(fixture.read(tenant.tenantId()).status()).isEqualTo(TenantStatus.ACTIVE);
  }

  private long leadAndDie() {
    var order = TenantOrder.of(ACCOUNT, "Acme", "GROWTH", "production");
    var decision =
        new dev.onboarding.provisioning.decision.VerifiedDecision(
            "run-0", "d", "f", fixture.clock.instant());
    return fixture
        .tenants
        .intend(order, decision, fixture.clock.instant(), Duration.ofMinutes(2))
        .orElseThrow()
        .leadEpoch();
  }
}
