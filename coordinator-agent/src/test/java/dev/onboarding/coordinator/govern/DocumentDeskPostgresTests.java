package dev.onboarding.coordinator.govern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.onboarding.coordinator.govern.ActResult.Accepted;
import dev.onboarding.coordinator.govern.ActResult.Refused;
import dev.onboarding.coordinator.ledger.Digests;
import dev.onboarding.coordinator.run.RunDatabase;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

class DocumentDeskPostgresTests {

  private static final DocumentKind KIND = DocumentKind.RULES;

  private final RunDatabase database = new RunDatabase();
  private final Documents documents = new Documents(database.jdbc, database.clock);
  private final DocumentDesk desk =
      new DocumentDesk(documents, database.transactions, List.of(new Lines("version 1")));
  private final String shipped = Digests.ofText("version 1");
  private final String second = desk.store(KIND, "two", "version 2", "Ada").digest();
  private final String third = desk.store(KIND, "three", "version 3", "Ada").digest();

  @Test
  void letWhatShipsHoldUntilAPersonDecides() {
    assertThat(desk.inForce(KIND)).isEqualTo(shipped);
    assertThat(documents.active(KIND)).isEmpty();
    assertThat(ruleSetOfANewRun()).isEqualTo("digest");
  }

  @Test
  void putsADocumentInForceForEveryRunThatBeginsFromThenOn() {
    var before = database.open("e-1", "ACME-001");

    var result = desk.activate(KIND, second, "Ada", "Finance agreed");

    var act = ((Accepted) result).act();
    assertThat(act.person()).isEqualTo("Ada");
    assertThat(act.reason()).isEqualTo("Finance agreed");
    assertThat(act.from()).isEqualTo(shipped);
    assertThat(ruleSetOfANewRun()).isEqualTo(second);
    assertThat(database.run(before.id()).versions().ruleSetDigest())
        .as("a run keeps the set it began with")
        .isEqualTo("digest");
  }

  @Test
  void returnsToWhatWasInForceBefore() {
    desk.activate(KIND, second, "Ada", "first");
    desk.activate(KIND, third, "Ada", "second");

    desk.goBack(KIND, "Bob", "too many stopped");

    assertThat(desk.inForce(KIND)).isEqualTo(second);
    assertThat(documents.acts(KIND))
        .extracting(act -> act.act().name())
        .containsExactly("RETURN", "ACTIVATE", "ACTIVATE");
  }

  @Test
  void returnsToWhatShips() {
    desk.activate(KIND, second, "Ada", "first");

    desk.goBack(KIND, "Bob", "no");

    assertThat(desk.inForce(KIND)).isEqualTo(shipped);
    assertThat(ruleSetOfANewRun()).isEqualTo(shipped);
  }

  @Test
  void hasNothingToReturnToAtFirst() {
    assertThat(desk.goBack(KIND, "Bob", "why not")).isInstanceOf(Refused.class);
  }

  @Test
  void writesTheSameActOnce() {
    desk.activate(KIND, second, "Ada", "first");

    var again = (Accepted) desk.activate(KIND, second, "Bob", "again");

    assertThat(again.repeated()).isTrue();
    assertThat(again.act().person()).isEqualTo("Ada");
    assertThat(documents.acts(KIND)).hasSize(1);
  }

  @Test
  void letsADocumentRunInTheShadowOfEveryNewRun() {
    desk.shadow(KIND, third, "Ada", "to see");

    var run = database.open("e-1", "ACME-001");
    assertThat(run.versions().shadow()).isEqualTo(third);
    assertThat(run.versions().ruleSetDigest()).isEqualTo("digest");

    desk.shadow(KIND, null, "Ada", "seen");
    assertThat(documents.inShadow(KIND)).isEmpty();
    assertThat(database.open("e-2", "BETA-002").versions().shadow()).isNull();
  }

  @Test
  void refusesADocumentWithEveryProblemAndKeepsNothingOfIt() {
    assertThatThrownBy(() -> desk.store(KIND, "bad.yaml", "nonsense\nmore nonsense", "Ada"))
        .isInstanceOf(DocumentRefused.class)
        .satisfies(refused -> assertThat(((DocumentRefused) refused).problems()).hasSize(2));
    assertThat(documents.all(KIND)).hasSize(3);
  }

  @Test
  void refusesToPutInForceWhatNobodyHasStored() {
    assertThat(desk.activate(KIND, "no such", "Ada", "because")).isInstanceOf(Refused.class);
    assertThat(desk.inForce(KIND)).isEqualTo(shipped);
  }

  @Test
  void refusesToPutInForceWhatWasChangedSince() {
    database.transactions.executeWithoutResult(status -> {
      database.jdbc.sql("alter table coordinator.document disable trigger user").update();
      database
          .jdbc
          .sql("update coordinator.document set content = 'version 9' where digest = ?")
          .param(second)
          .update();
      database.jdbc.sql("alter table coordinator.document enable trigger user").update();
    });

    assertThat(desk.activate(KIND, second, "Ada", "because"))
        .isEqualTo(
            new Refused("The stored text is not the one that was added: its digest differs."));
  }

  @Test
  void letsNobodyChangeADocumentOrAnActByTheWay() {
    desk.activate(KIND, second, "Ada", "first");

    for (var table : List.of("document", "document_act")) {
      assertThatThrownBy(() -> database.jdbc.sql("delete from coordinator." + table).update())
          .isInstanceOf(DataAccessException.class);
    }
  }

  @Test
  void tellsWhatWasInForceAtAMoment() {
    desk.activate(KIND, second, "Ada", "first");
    var between = database.clock.instant();
    database.clock.advance(Duration.ofDays(1));
    desk.activate(KIND, third, "Ada", "second");

    assertThat(documents.inForceAt(KIND, between).orElseThrow().digest()).isEqualTo(second);
    assertThat(documents.inForceAt(KIND, between.minusSeconds(1))).isEmpty();
    assertThat(documents.inForce(KIND).orElseThrow().digest()).isEqualTo(third);
  }

  private String ruleSetOfANewRun() {
    return database.open("new", "NEW-001").versions().ruleSetDigest();
  }

  /// Documents of lines that all begin with `version`.
  private record Lines(String shipped) implements DocumentReader {

    @Override
    public DocumentKind kind() {
      return KIND;
    }

    @Override
    public Identity read(String name, String content) {
      var wrong = content.lines().filter(line -> !line.startsWith("version")).toList();
      if (!wrong.isEmpty()) {
        throw new DocumentRefused(wrong);
      }
      return new Identity(content, Digests.ofText(content));
    }
  }
}
