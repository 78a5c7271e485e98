package dev.onboarding.coordinator.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.onboarding.coordinator.evidence.VerifyBundle.Verified;
import dev.onboarding.coordinator.replay.ProvenRuns;
import dev.onboarding.coordinator.rule.SoundAccount;
import dev.onboarding.coordinator.run.Run;
import java.io.IOException;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class EvidencePostgresTests {

  private final ProvenRuns runs = new ProvenRuns();
  private final Run run = runs.decided("ACME-001", SoundAccount.sound().assessments());
  private final byte[] bundle =
      new WriteBundle(
              runs.records,
              runs.texts,
              new AuditRows(runs.database.jdbc, new Readings()),
              runs.database.clock)
          .of(run.id())
          .orElseThrow();

  @Test
  void provesTheDecisionWithNothingButTheFile() throws IOException {
    var verified = VerifyBundle.verify(bundle, runs.replayed(run).head());

    assertThat(verified.all()).isEmpty();
    assertThat(verified.holds()).isTrue();
    assertThat(verified.run()).isEqualTo(run.id().toString());
  }

  @Test
  void holdsRecordRulesManifestAndHowToCheckIt() throws IOException {
    assertThat(Zips.unpacked(bundle))
        .containsOnlyKeys(
            "manifest.json",
            "README.md",
            "record.jsonl",
            "rules/" + ProvenRuns.POLICY.digest() + ".yaml");
    assertThat(Zips.unpacked(bundle).get("manifest.json"))
        .contains("audit trail is in another database");
  }

  @Test
  void namesAFileThatWasChanged() throws IOException {
    var changed =
        changed("record.jsonl", text -> text.replace("\"days_overdue\":0", "\"days_overdue\":3"));

    assertThat(changed.holds()).isFalse();
    assertThat(changed.all())
        .contains("record.jsonl is not the file the manifest names")
        .anyMatch(says -> says.contains("is not what was recorded"));
  }

  @Test
  void namesARuleThatWasChangedThoughTheManifestWasMadeToFit() throws IOException {
    var rules = "rules/" + ProvenRuns.POLICY.digest() + ".yaml";
    var changed = changed(rules, text -> text.replace("days_overdue > 0", "days_overdue > 90"));

    assertThat(changed.all()).anyMatch(says -> says.contains("is another one"));
  }

  @Test
  void namesARecordThatIsNotTheOneThatWasNoted() throws IOException {
    var verified = VerifyBundle.verify(bundle, "0123456789ab");

    assertThat(verified.holds()).isFalse();
    assertThat(verified.all()).singleElement().asString().contains("never had the head");
  }

  @Test
  void takesNoOtherFileForABundle() {
    assertThatThrownBy(() -> VerifyBundle.verify(new byte[] {1, 2, 3}, null))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("manifest");
  }

  private Verified changed(String name, UnaryOperator<String> change) throws IOException {
    return VerifyBundle.verify(Zips.changed(bundle, name, change), null);
  }
}
