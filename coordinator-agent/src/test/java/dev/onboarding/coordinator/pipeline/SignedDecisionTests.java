package dev.onboarding.coordinator.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.onboarding.coordinator.FakeToolServers.Call;
import dev.onboarding.coordinator.PlayedAccounts;
import dev.onboarding.coordinator.PlayedAccounts.Story;
import dev.onboarding.coordinator.RunningCoordinator;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The decisions as the provisioning server gets them: exactly the claims both have agreed on.
class SignedDecisionTests {

  private final RunningCoordinator coordinator = RunningCoordinator.shared();
  private final Journeys journeys = new Journeys(coordinator);

  @Test
  void allowsTheTenantItAsksFor() throws Exception {
    journeys.told("J-SIGNED", Story.SOUND);

    var order = journeys.calls("provision_create_tenant", "J-SIGNED").getFirst();
    var claims = claims(order);
    assertThat(claims.getClaims())
        .containsOnlyKeys(
            "iss",
            "aud",
            "sub",
            "iat",
            "exp",
            "run",
            "verdict",
            "digest",
            "purpose",
            "tier",
            "environment");
    assertThat(claims.getIssuer()).isEqualTo("coordinator-agent");
    assertThat(claims.getAudience()).containsExactly("mcp-provisioning");
    assertThat(claims.getSubject())
        .isEqualTo(order.text("account_id"))
        .isEqualTo(PlayedAccounts.accountId("J-SIGNED"));
    assertThat(claims.getClaim("purpose")).isEqualTo("create_tenant");
    assertThat(claims.getClaim("tier")).isEqualTo(order.text("tier")).isEqualTo("ENTERPRISE");
    assertThat(claims.getClaim("environment"))
        .isEqualTo(order.text("environment"))
        .isEqualTo("production");
    assertThat(claims.getClaim("verdict")).isEqualTo("PROCEED");
    assertThat(claims.getClaim("run")).isEqualTo(order.run());
    assertThat(claims.getStringClaim("digest")).hasSize(64);
    assertThat(order.text("idempotency_key")).isEqualTo(order.run() + "/1/create_tenant");
  }

  @Test
  void allowsTheCredentialsItAsksFor() throws Exception {
    journeys.told("J-CREDENTIALS", Story.SOUND);

    var order = journeys.calls("provision_issue_credentials", "J-CREDENTIALS").getFirst();
    var claims = claims(order);
    assertThat(claims.getClaims())
        .containsOnlyKeys(
            "iss", "aud", "sub", "iat", "exp", "run", "verdict", "digest", "purpose", "tenant");
    assertThat(claims.getSubject()).isEqualTo(PlayedAccounts.accountId("J-CREDENTIALS"));
    assertThat(claims.getClaim("purpose")).isEqualTo("issue_credentials");
    assertThat(claims.getClaim("tenant")).isEqualTo(order.text("tenant_id"));
  }

  @Test
  void allowsTheCompletionOfJustTheTasksThatWereDone() throws Exception {
    journeys.told("J-COMPLETIONS", Story.SOUND);

    var order = journeys.calls("tasks_complete_system", "J-COMPLETIONS").getFirst();
    var claims = claims(order);
    assertThat(claims.getClaims())
        .containsOnlyKeys(
            "iss", "aud", "sub", "iat", "exp", "run", "verdict", "digest", "purpose", "tenant",
            "tasks");
    assertThat(claims.getSubject()).isEqualTo(PlayedAccounts.accountId("J-COMPLETIONS"));
    assertThat(claims.getClaim("purpose")).isEqualTo("complete_task");
    assertThat(claims.getClaim("tenant")).isEqualTo(order.text("tenant_id"));
    assertThat(claims.getClaim("tasks")).isEqualTo("send_training_materials,send_welcome_email");
  }

  @Test
  void namesTheTenantItSuspends() {
    assertThat(SignedOrder.suspension("001000000000001AAA", "tenant-1"))
        .isEqualTo(
            new SignedOrder("suspend_tenant", "001000000000001AAA", Map.of("tenant", "tenant-1")));
  }

  private JWTClaimsSet claims(Call order) throws Exception {
    var token = SignedJWT.parse(order.text("decision"));
    assertThat(token.getHeader().getAlgorithm().getName()).isEqualTo("ES256");
    assertThat(token.verify(new ECDSAVerifier(coordinator.signingKey.toPublicJWK()))).isTrue();
    var claims = token.getJWTClaimsSet();
    assertThat(
            Duration.between(
                claims.getIssueTime().toInstant(), claims.getExpirationTime().toInstant()))
        .isPositive()
        .isLessThanOrEqualTo(Duration.ofMinutes(10));
    return claims;
  }
}
