package dev.onboarding.edge.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onboarding.testkit.DatabaseText;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Personal values in arguments: hidden, provable while the account's key is there, and lost with
/// it.
class SealingPostgresTests {

  private static final Map<String, Object> ARGUMENTS =
      Map.of("account_id", "ACME-001", "customer_email", "sandra@acme.example");

  private static final String PLAIN =
      Digests.ofJson("{\"account_id\":\"ACME-001\",\"customer_email\":\"sandra@acme.example\"}");

  private TestTrail trail;

  @TempDir private Path checkpoints;

  @BeforeEach
  void begin() {
    trail = new TestTrail(checkpoints);
  }

  @Test
  void keepsNoPersonalValueAndNoDigestThatCouldBeTriedOut() {
    trail.trail.record(TestTrail.ended(trail.call("create", ARGUMENTS), null));

    assertThat(DatabaseText.holding(trail.source, "sandra")).isEmpty();
    assertThat(row().get("arguments").toString()).contains("ACME-001", "\"***\"");
    assertThat(digest()).isNotEqualTo(PLAIN);
  }

  @Test
  void provesWhatTheArgumentsWereToWhoHasTheKey() {
    trail.trail.record(TestTrail.ended(trail.call("create", ARGUMENTS), null));
    byte[] key = trail.database.queryForObject("select key from audit.account_keys", byte[].class);

    String sealed = Digests.hex(Digests.bytes(key), HexFormat.of().parseHex(PLAIN));

    assertThat(digest()).isEqualTo(sealed);
  }

  @Test
  void holdsAfterTheKeyIsGoneAndANewOneProvesNothing() {
    trail.trail.record(TestTrail.ended(trail.call("create", ARGUMENTS), null));
    byte[] before = key();
    trail.checkpoint();

    assertThat(erase("ACME-001", "another")).isEqualTo(1);
    trail.trail.record(TestTrail.ended(trail.call("later", ARGUMENTS), null));

    assertThat(key()).isNotEqualTo(before);
    assertThat(trail.problems()).isEmpty();
    assertThat(erase("ACME-001")).isEqualTo(1);
    assertThat(trail.count("arguments::text like '%ACME-001%'")).isEqualTo(2);
  }

  @Test
  void sealsByEveryAccountOfABatchAndKnowsBothFormsOfAnId() {
    var arguments =
        Map.<String, Object>of(
            "accounts",
            List.of(
                Map.of("account_id", "001A000001LkPqy", "account_name", "One"),
                Map.of("account_id", "ACME-002", "account_name", "Two")));

    trail.trail.record(TestTrail.ended(trail.call("many", arguments), null));

    assertThat(
            trail.database.queryForList(
                "select account from audit.account_keys order by account", String.class))
        .containsExactly("001A000001LkPqyIAF", "ACME-002");
    assertThat(trail.problems()).isEmpty();
  }

  @Test
  void sealsWhatBelongsToNoAccountByAKeyThatNobodyKeeps() {
    var arguments = Map.<String, Object>of("note", "Call Sandra");
    trail.trail.record(TestTrail.ended(trail.call("one", arguments), null));
    trail.trail.record(TestTrail.ended(trail.call("two", arguments), null));

    assertThat(
            trail.database.queryForList(
                "select distinct arguments_digest from audit.entries where server = 'mine'"))
        .hasSize(2);
    assertThat(trail.database.queryForList("select * from audit.account_keys")).isEmpty();
    assertThat(trail.problems()).isEmpty();
  }

  @Test
  void needsNoKeyWhereNothingIsHidden() {
    var arguments = Map.<String, Object>of("account_id", "ACME-001", "limit", 12.50);

    trail.trail.record(TestTrail.ended(trail.call("read", arguments), null));

    assertThat(row().get("sealed_by")).isNull();
    assertThat(digest()).isEqualTo(Digests.ofJson("{\"limit\":12.5,\"account_id\":\"ACME-001\"}"));
    assertThat(trail.database.queryForList("select * from audit.account_keys")).isEmpty();
  }

  @Test
  void keepsTheKeyOfARepeatableCallAsADigest() {
    trail.trail.record(
        TestTrail.ended(trail.call("create", Map.of("idempotency_key", "run-1/1/x")), null));

    assertThat(DatabaseText.holding(trail.source, "run-1/1/x")).isEmpty();
    assertThat(row().get("arguments").toString()).contains(Digests.sha256("run-1/1/x"));
  }

  private int erase(String... accounts) {
    Integer erased =
        trail.database.queryForObject(
            "select audit.erase(?)", Integer.class, new Object[] {accounts});
    return erased == null ? 0 : erased;
  }

  private byte[] key() {
    return trail.database.queryForObject("select key from audit.account_keys", byte[].class);
  }

  private String digest() {
    return HexFormat.of().formatHex((byte[]) row().get("arguments_digest"));
  }

  private Map<String, Object> row() {
    return trail.database.queryForMap(
        "select * from audit.entries where server = 'mine' order by number limit 1");
  }
}
