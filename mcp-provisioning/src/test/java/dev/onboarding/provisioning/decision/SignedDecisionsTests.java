package dev.onboarding.provisioning.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.onboarding.model.ErrorType;
import dev.onboarding.model.Failure;
import dev.onboarding.model.FailureException;
import dev.onboarding.provisioning.support.SigningKey;
import dev.onboarding.testkit.SettableClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Which decisions open the way to a tenant.
class SignedDecisionsTests {

  private static final String ACCOUNT = "001A000001LkPqzIAF";
  private static final Instant NOW = Instant.parse("2030-05-06T07:08:09Z");

  private final SettableClock clock = SettableClock.at(NOW);
  private final SigningKey coordinator = SigningKey.generated();
  private final Path file = coordinator.publicKeyFile();
  private final SignedDecisions decisions =
      new SignedDecisions(new DecisionProperties(file.toString(), Duration.ofSeconds(60)), clock);

  @Test
  void acceptsProceedSignedForTheAccount() {
    VerifiedDecision verified = decisions.verify(coordinator.proceed(ACCOUNT, NOW), ACCOUNT);

    assertThat(verified).isEqualTo(new VerifiedDecision("run-1", "sha256:00"));
  }

  @Test
  void acceptsEscalateOnlyWithAnApproval() {
    String bare = coordinator.signed(ACCOUNT, NOW, c -> c.claim("verdict", "ESCALATE"));
    String approved =
        coordinator.signed(
            ACCOUNT, NOW, c -> c.claim("verdict", "ESCALATE").claim("approval", "approval-1"));

    assertThat(refusal(bare).errorCode()).isEqualTo("DECISION_NOT_APPROVED");
    assertThat(decisions.verify(approved, ACCOUNT).run()).isEqualTo("run-1");
  }

  @Test
  void refusesBlockEvenWithAnApproval() {
    String block =
        coordinator.signed(
            ACCOUNT, NOW, c -> c.claim("verdict", "BLOCK").claim("approval", "approval-1"));

    assertThat(refusal(block).errorCode()).isEqualTo("DECISION_BLOCKS");
  }

  @Test
  void refusesWhenThereIsNone() {
    assertThat(refusal(null).errorCode()).isEqualTo("DECISION_REQUIRED");
    assertThat(refusal(" ").errorCode()).isEqualTo("DECISION_REQUIRED");
    assertThat(refusal(null).errorType()).isEqualTo(ErrorType.AUTHORIZATION);
  }

  @Test
  void refusesAnotherKeysSignature() {
    String forged = SigningKey.generated().proceed(ACCOUNT, NOW);

    assertThat(refusal(forged).errorCode()).isEqualTo("DECISION_FORGED");
  }

  @Test
  void refusesChangedClaimsUnderAnOldSignature() {
    String[] block =
        coordinator.signed(ACCOUNT, NOW, c -> c.claim("verdict", "BLOCK")).split("\\.");
    String[] proceed = coordinator.proceed(ACCOUNT, NOW).split("\\.");

    String mixed = block[0] + "." + proceed[1] + "." + block[2];

    assertThat(refusal(mixed).errorCode()).isEqualTo("DECISION_FORGED");
  }

  @Test
  void refusesATokenThatChoosesItsOwnAlgorithm() throws JOSEException, ParseException, IOException {
    JWTClaimsSet claims = SignedJWT.parse(coordinator.proceed(ACCOUNT, NOW)).getJWTClaimsSet();
    var symmetric = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
    symmetric.sign(new MACSigner(Files.readAllBytes(file)));

    assertThat(refusal(new PlainJWT(claims).serialize()).errorCode()).isEqualTo("DECISION_FORGED");
    assertThat(refusal(symmetric.serialize()).errorCode()).isEqualTo("DECISION_FORGED");
    assertThat(refusal("no.token.atall").errorCode()).isEqualTo("DECISION_FORGED");
  }

  @Test
  void refusesWhatWasDecidedAboutAnotherAccountOrForAnotherServer() {
    String foreign = coordinator.proceed("001A000001LkPqzIAG", NOW);
    String elsewhere = coordinator.signed(ACCOUNT, NOW, c -> c.audience("mcp-clm"));

    assertThat(refusal(foreign).errorCode()).isEqualTo("DECISION_FOREIGN_ACCOUNT");
    assertThat(refusal(elsewhere).errorCode()).isEqualTo("DECISION_FOREIGN_AUDIENCE");
  }

  @Test
  void refusesWhatHasExpiredOrIsNotYetValid() {
    String decision = coordinator.proceed(ACCOUNT, NOW);

    clock.advance(Duration.ofMinutes(6));
    assertThat(decisions.verify(decision, ACCOUNT).run()).isEqualTo("run-1");
    clock.advance(Duration.ofSeconds(1));
    assertThat(refusal(decision).errorCode()).isEqualTo("DECISION_EXPIRED");

    clock.set(NOW.minus(Duration.ofSeconds(61)));
    assertThat(refusal(decision).errorCode()).isEqualTo("DECISION_NOT_YET_VALID");
  }

  @Test
  void refusesWhatIsIncomplete() {
    List<String> incomplete =
        List.of(
            coordinator.signed(ACCOUNT, NOW, c -> c.claim("verdict", null)),
            coordinator.signed(ACCOUNT, NOW, c -> c.claim("verdict", "PERHAPS")),
            coordinator.signed(ACCOUNT, NOW, c -> c.claim("run", null)),
            coordinator.signed(ACCOUNT, NOW, c -> c.claim("digest", " ")),
            coordinator.signed(ACCOUNT, NOW, c -> c.expirationTime(null)),
            coordinator.signed(ACCOUNT, NOW, c -> c.issueTime((Date) null)));

    assertThat(incomplete)
        .allSatisfy(
            decision -> assertThat(refusal(decision).errorCode()).isEqualTo("DECISION_INCOMPLETE"));
  }

  @Test
  void readsANewKeyWithoutARestart() throws IOException {
    SigningKey next = SigningKey.generated();
    assertThat(refusal(next.proceed(ACCOUNT, NOW)).errorCode()).isEqualTo("DECISION_FORGED");

    Files.writeString(file, next.key().toPublicJWK().toJSONString());
    Files.setLastModifiedTime(file, FileTime.from(Instant.now(clock).plusSeconds(1)));

    assertThat(decisions.verify(next.proceed(ACCOUNT, NOW), ACCOUNT).run()).isEqualTo("run-1");
  }

  private Failure refusal(@Nullable String decision) {
    FailureException thrown =
        catchThrowableOfType(FailureException.class, () -> decisions.verify(decision, ACCOUNT));
    assertThat(thrown).isNotNull();
    return thrown.failure();
  }
}
