package dev.onboarding.provisioning.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.JWKSet;
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
import java.nio.file.StandardCopyOption;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Which decisions allow an order.
class CheckDecisionTests {

  private static final String ACCOUNT = "001A000001LkPqzIAF";
  private static final DecidedOrder ORDER = DecidedOrder.creation(ACCOUNT, "GROWTH", "production");
  private static final UUID TENANT = UUID.fromString("0e4f8f6a-59f5-5a3c-8f0a-111111111111");
  private static final Instant NOW = Instant.parse("2030-05-06T07:08:09Z");

  private final SettableClock clock = SettableClock.at(NOW);
  private final SigningKey coordinator = SigningKey.generated();
  private final Path file = coordinator.publicKeyFile();
  private final CheckDecision decisions =
      new CheckDecision(new DecisionProperties(file.toString(), Duration.ofSeconds(60)), clock);

  @Test
  void acceptsProceedSignedForTheAccount() {
    VerifiedDecision verified =
        decisions.verify(coordinator.signed(ORDER, NOW, c -> c.claim("run", "run-1")), ORDER);

    assertThat(verified.run()).isEqualTo("run-1");
    assertThat(verified.digest()).isEqualTo("sha256:00");
    assertThat(verified.goodUntil()).isEqualTo(NOW.plus(Duration.ofMinutes(6)));
  }

  @Test
  void acceptsEscalateOnlyWithAnApproval() {
    String bare = coordinator.signed(ORDER, NOW, c -> c.claim("verdict", "ESCALATE"));
    String approved =
        coordinator.signed(
            ORDER, NOW, c -> c.claim("verdict", "ESCALATE").claim("approval", "approval-1"));

    assertThat(refusal(bare).errorCode()).isEqualTo("DECISION_NOT_APPROVED");
    assertThat(decisions.verify(approved, ORDER).run()).isNotBlank();
  }

  @Test
  void refusesBlockEvenWithAnApproval() {
    String block =
        coordinator.signed(
            ORDER, NOW, c -> c.claim("verdict", "BLOCK").claim("approval", "approval-1"));

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
    String forged = SigningKey.generated().proceed(ORDER, NOW);

    assertThat(refusal(forged).errorCode()).isEqualTo("DECISION_FORGED");
  }

  @Test
  void refusesChangedClaimsUnderAnOldSignature() {
    String[] block = coordinator.signed(ORDER, NOW, c -> c.claim("verdict", "BLOCK")).split("\\.");
    String[] proceed = coordinator.proceed(ORDER, NOW).split("\\.");

    String mixed = block[0] + "." + proceed[1] + "." + block[2];

    assertThat(refusal(mixed).errorCode()).isEqualTo("DECISION_FORGED");
  }

  @Test
  void refusesATokenThatChoosesItsOwnAlgorithm() throws JOSEException, ParseException, IOException {
    JWTClaimsSet claims = SignedJWT.parse(coordinator.proceed(ORDER, NOW)).getJWTClaimsSet();
    var symmetric = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
    symmetric.sign(new MACSigner(Files.readAllBytes(file)));

    assertThat(refusal(new PlainJWT(claims).serialize()).errorCode()).isEqualTo("DECISION_FORGED");
    assertThat(refusal(symmetric.serialize()).errorCode()).isEqualTo("DECISION_FORGED");
    assertThat(refusal("no.token.atall").errorCode()).isEqualTo("DECISION_FORGED");
  }

  @Test
  void refusesWhatWasDecidedAboutAnotherAccountOrForAnotherServer() {
    String foreign =
        coordinator.proceed(
            DecidedOrder.creation("001A000001LkPqzIAG", "GROWTH", "production"), NOW);
    String elsewhere = coordinator.signed(ORDER, NOW, c -> c.audience("mcp-clm"));

    assertThat(refusal(foreign).errorCode()).isEqualTo("DECISION_FOREIGN_ACCOUNT");
    assertThat(refusal(elsewhere).errorCode()).isEqualTo("DECISION_FOREIGN_AUDIENCE");
  }

  @Test
  void refusesAnotherIssuerAndASecondAudience() {
    String issuer = coordinator.signed(ORDER, NOW, c -> c.issuer("finance-agent"));
    String both =
        coordinator.signed(ORDER, NOW, c -> c.audience(List.of("mcp-provisioning", "mcp-clm")));

    assertThat(refusal(issuer).errorCode()).isEqualTo("DECISION_FOREIGN_ISSUER");
    assertThat(refusal(both).errorCode()).isEqualTo("DECISION_FOREIGN_AUDIENCE");
  }

  @Test
  void refusesAnyOrderButTheOneThatWasDecided() {
    List<String> others =
        List.of(
            coordinator.proceed(DecidedOrder.credentials(ACCOUNT, TENANT), NOW),
            coordinator.proceed(DecidedOrder.suspension(ACCOUNT, TENANT), NOW),
            coordinator.proceed(
                DecidedOrder.completion(ACCOUNT, TENANT, "send_welcome_email"), NOW),
            coordinator.proceed(DecidedOrder.creation(ACCOUNT, "STARTER", "production"), NOW),
            coordinator.proceed(DecidedOrder.creation(ACCOUNT, "GROWTH", "staging"), NOW));

    assertThat(others)
        .allSatisfy(decision ->
            assertThat(refusal(decision).errorCode()).isEqualTo("DECISION_FOR_ANOTHER_ORDER"));
  }

  @Test
  void asksForConsentToLetAnAccountInAndNotToSwitchItOff() {
    DecidedOrder credentials = DecidedOrder.credentials(ACCOUNT, TENANT);
    DecidedOrder completion = DecidedOrder.completion(ACCOUNT, TENANT, "send_welcome_email");
    DecidedOrder suspension = DecidedOrder.suspension(ACCOUNT, TENANT);
    String done = coordinator.signed(completion, NOW, c -> c.claim("verdict", "BLOCK"));
    String shown = coordinator.signed(credentials, NOW, c -> c.claim("verdict", "BLOCK"));
    String ended = coordinator.signed(suspension, NOW, c -> c.claim("verdict", "BLOCK"));

    assertThat(refusal(shown, credentials).errorCode()).isEqualTo("DECISION_BLOCKS");
    assertThat(refusal(done, completion).errorCode()).isEqualTo("DECISION_BLOCKS");
    assertThat(decisions.verify(ended, suspension).digest()).isEqualTo("sha256:00");
  }

  @Test
  void refusesWhatIsGoodForMoreThanAQuarterOfAnHour() {
    String longest = coordinator.signed(ORDER, NOW, c -> c.expirationTime(after(15 * 60)));
    String longer = coordinator.signed(ORDER, NOW, c -> c.expirationTime(after(15 * 60 + 1)));

    assertThat(decisions.verify(longest, ORDER).run()).isNotBlank();
    assertThat(refusal(longer).errorCode()).isEqualTo("DECISION_VALID_TOO_LONG");
  }

  @Test
  void knowsADecisionByWhatWasSignedAndNotByItsSignature() throws Exception {
    JWTClaimsSet claims = SignedJWT.parse(coordinator.proceed(ORDER, NOW)).getJWTClaimsSet();
    var again = new SignedJWT(new JWSHeader(JWSAlgorithm.ES256), claims);
    again.sign(new ECDSASigner(coordinator.key()));
    var onceMore = new SignedJWT(new JWSHeader(JWSAlgorithm.ES256), claims);
    onceMore.sign(new ECDSASigner(coordinator.key()));

    assertThat(again.serialize()).isNotEqualTo(onceMore.serialize());
    assertThat(decisions.verify(again.serialize(), ORDER).fingerprint())
        .isEqualTo(decisions.verify(onceMore.serialize(), ORDER).fingerprint())
        .isNotEqualTo(decisions.verify(coordinator.proceed(ORDER, NOW), ORDER).fingerprint());
  }

  @Test
  void toleratesOnlyClocksThatAreNearlyRight() {
    assertThatThrownBy(() -> new DecisionProperties("key", Duration.ofSeconds(121)))
        .hasMessageContaining("clock-skew");
    assertThatThrownBy(() -> new DecisionProperties("key", Duration.ofSeconds(-1)))
        .hasMessageContaining("clock-skew");
  }

  @Test
  void refusesWhatHasExpiredOrIsNotYetValid() {
    String decision = coordinator.proceed(ORDER, NOW);

    clock.advance(Duration.ofMinutes(6));
    assertThat(decisions.verify(decision, ORDER).run()).isNotBlank();
    clock.advance(Duration.ofSeconds(1));
    assertThat(refusal(decision).errorCode()).isEqualTo("DECISION_EXPIRED");

    clock.set(NOW.minus(Duration.ofSeconds(61)));
    assertThat(refusal(decision).errorCode()).isEqualTo("DECISION_NOT_YET_VALID");
  }

  @Test
  void refusesWhatIsIncomplete() {
    List<String> incomplete =
        List.of(
            coordinator.signed(ORDER, NOW, c -> c.claim("verdict", null)),
            coordinator.signed(ORDER, NOW, c -> c.claim("verdict", "PERHAPS")),
            coordinator.signed(ORDER, NOW, c -> c.claim("run", null)),
            coordinator.signed(ORDER, NOW, c -> c.claim("run", "run\u0000")),
            coordinator.signed(ORDER, NOW, c -> c.claim("purpose", null)),
            coordinator.signed(ORDER, NOW, c -> c.claim("tier", null)),
            coordinator.signed(ORDER, NOW, c -> c.claim("environment", 7)),
            coordinator.signed(ORDER, NOW, c -> c.claim("digest", " ")),
            coordinator.signed(ORDER, NOW, c -> c.expirationTime(null)),
            coordinator.signed(ORDER, NOW, c -> c.issueTime((Date) null)));

    assertThat(incomplete)
        .allSatisfy(
            decision -> assertThat(refusal(decision).errorCode()).isEqualTo("DECISION_INCOMPLETE"));
  }

  @Test
  void readsANewKeyWithoutARestart() throws IOException {
    SigningKey next = SigningKey.generated();
    assertThat(refusal(next.proceed(ORDER, NOW)).errorCode()).isEqualTo("DECISION_FORGED");

    Files.writeString(file, next.key().toPublicJWK().toJSONString());

    assertThat(decisions.verify(next.proceed(ORDER, NOW), ORDER).run()).isNotBlank();
  }

  @Test
  void acceptsTheOldAndTheNewKeyWhileOneIsExchangedAndThenTheNewOneAlone() throws IOException {
    SigningKey next = SigningKey.generated();
    exchange(new JWKSet(List.of(next.key(), coordinator.key())).toString());

    assertThat(decisions.verify(coordinator.proceed(ORDER, NOW), ORDER).run()).isNotBlank();
    assertThat(decisions.verify(next.proceed(ORDER, NOW), ORDER).run()).isNotBlank();

    exchange(new JWKSet(next.key()).toString());
    clock.advance(Duration.ofSeconds(1));
    assertThat(refusal(coordinator.proceed(ORDER, NOW)).errorCode()).isEqualTo("DECISION_FORGED");
    assertThat(decisions.verify(next.proceed(ORDER, NOW), ORDER).run()).isNotBlank();
  }

  @Test
  void keepsTheLastGoodKeyWhileTheFileIsHalfWritten() throws IOException {
    assertThat(decisions.verify(coordinator.proceed(ORDER, NOW), ORDER).run()).isNotBlank();

    exchange("{\"keys\": [{\"kty\": \"EC\", \"crv\"");
    clock.advance(Duration.ofSeconds(1));

    assertThat(decisions.verify(coordinator.proceed(ORDER, NOW), ORDER).run()).isNotBlank();
  }

  private void exchange(String keys) throws IOException {
    Path next = Files.writeString(file.resolveSibling(file.getFileName() + ".next"), keys);
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private static Date after(int seconds) {
    return Date.from(NOW.plusSeconds(seconds));
  }

  private Failure refusal(@Nullable String decision) {
    return refusal(decision, ORDER);
  }

  private Failure refusal(@Nullable String decision, DecidedOrder order) {
    FailureException thrown =
        catchThrowableOfType(FailureException.class, () -> decisions.verify(decision, order));
    assertThat(thrown).isNotNull();
    return thrown.failure();
  }
}
