package dev.onboarding.edge.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Somebody who owns the database changes the trail; an auditor finds it.
class TamperingPostgresTests {

  private TestTrail trail;

  @TempDir private Path checkpoints;

  @BeforeEach
  void write() {
    trail = new TestTrail(checkpoints);
    trail.calls(10);
    trail.checkpoint();
    trail.calls(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "outcome = 'failed'",
        "tool = 'another'",
        "at = at + interval '1 microsecond'",
        "caller = 'nobody'",
        "run = null",
        "arguments = '{\"account_id\": \"ACME-002\"}'",
        "sealed_by = '{}'",
        "arguments_digest = sha256('x')",
        "attempts = 1",
        "quota_left = 99"
      })
  void findsAChangedRow(String change) {
    trail.tamper("update audit.entries set " + change + " where server = 'mine' and number = 4");

    assertThat(trail.problems()).singleElement().asString().startsWith("entry 4 was changed");
  }

  @Test
  void findsAChangedRowWhoseOwnHashWasMadeToFit() {
    trail.tamper("update audit.entries set tool = 'another' where server = 'mine' and number = 4");
    rehash(4, 4);

    assertThat(trail.problems())
        .singleElement()
        .asString()
        .startsWith("entry 5 does not follow entry 4");
  }

  @Test
  void findsADeletedRow() {
    trail.tamper("delete from audit.entries where server = 'mine' and number = 4");

    assertThat(trail.problems()).containsExactly("entries 4 to 4 are missing");
  }

  @Test
  void findsRowsThatAreMissingAtTheBeginning() {
    trail.tamper("delete from audit.entries where server = 'mine' and number <= 3");

    assertThat(trail.problems())
        .containsExactly("entries 1 to 3 are missing, and no entry says that their time was over");
  }

  @Test
  void findsAnInsertedRow() {
    trail.tamper(
        """
        update audit.entries set number = number + 100 where server = 'mine' and number > 4;
        update audit.entries set number = number - 99 where server = 'mine' and number > 100;
        update audit.heads set number = number + 1 where server = 'mine';
        insert into audit.entries select (jsonb_populate_record(e, jsonb_build_object('number', 5,
          'call', gen_random_uuid(), 'previous', e.hash))).* from audit.entries e
        where server = 'mine' and number = 4\
        """);
    rehash(5, 13);

    assertThat(trail.problems())
        .containsExactly(
            "the chain was written anew: entry 10 had another hash at the checkpoint of %s"
                .formatted(trail.clock.instant()));
  }

  @Test
  void findsARowPutInBehindTheHead() {
    trail.tamper(
        """
        insert into audit.entries select (jsonb_populate_record(e, jsonb_build_object(
          'number', 13, 'call', gen_random_uuid()))).*
        from audit.entries e where server = 'mine' and number = 12\
        """);

    assertThat(trail.problems()).contains("the head is at entry 12, the last entry is 13");
  }

  @Test
  void findsAnEndThatWasCutOffTogetherWithTheHead() {
    trail.tamper(
        """
        delete from audit.entries where server = 'mine' and number > 8;
        update audit.heads set (number, hash) =
          (select number, hash from audit.entries where server = 'mine' and number = 8)
        where server = 'mine'\
        """);

    assertThat(trail.problems())
        .singleElement()
        .asString()
        .startsWith("the end was cut off")
        .endsWith("is at entry 10, the last entry is 8");
  }

  @Test
  void findsAChainThatWasWrittenAnewWithHashesThatFit() {
    trail.tamper(
        "update audit.entries set outcome = 'failed' where server = 'mine' and number = 4");
    rehash(4, 12);

    assertThat(trail.problems())
        .singleElement()
        .asString()
        .startsWith("the chain was written anew: entry 10 had another hash");
  }

  @Test
  void findsAChainThatIsGoneAltogether() {
    trail.tamper(
        "delete from audit.entries where server = 'mine'; delete from audit.heads where server = 'mine'");

    assertThat(trail.problems())
        .contains("the head of the chain is missing")
        .anyMatch(says -> says.startsWith("the end was cut off"));
  }

  @Test
  void believesNoCheckpointThatAnotherKeySigned() throws Exception {
    var file = onlyFile();
    var forged = Files.readString(file).replaceFirst("\"hash\":\"[0-9a-f]{4}", "\"hash\":\"0000");
    Files.writeString(file, forged);

    assertThat(trail.verified().problems())
        .singleElement()
        .asString()
        .contains("entry 10 of mine is not signed by a known key");
    assertThat(trail.verified(List.of(TestTrail.KEY)).holds()).isFalse();
  }

  @Test
  void namesALineThatIsNoCheckpointAndBearsOneThatWasNeverFinished() throws Exception {
    Files.writeString(onlyFile(), "nonsense\n" + Files.readString(onlyFile()) + "{\"format");

    assertThat(trail.verified().problems())
        .singleElement()
        .asString()
        .startsWith("line 1 of mine-2026-11-");
  }

  private Path onlyFile() throws Exception {
    try (var files = Files.list(checkpoints)) {
      return files.findFirst().orElseThrow();
    }
  }

  /// What a forger does who knows how the chain is made.
  private void rehash(long from, long to) {
    for (long number = from; number <= to; number++) {
      var entry =
          StoredEntry.read(
              trail.database.queryForObject(
                  "select to_jsonb(e)::text from audit.entries e where server = 'mine' and number = ?",
                  String.class,
                  number));
      String previous =
          from == to || number == from
              ? entry.previous()
              : trail.database.queryForObject(
                  "select encode(hash, 'hex') from audit.entries where server = 'mine' and number = ?",
                  String.class,
                  number - 1);
      var digest = entry.contentDigest();
      var hash = ChainHash.next(previous, number, digest, entry.arguments());
      trail.tamper(
          "update audit.entries set previous = '\\x%s', digest = '\\x%s', hash = '\\x%s' where server = 'mine' and number = %d"
              .formatted(previous, digest, hash, number));
      if (number >= 12) {
        trail.tamper("update audit.heads set hash = '\\x%s' where server = 'mine'".formatted(hash));
      }
    }
  }
}
