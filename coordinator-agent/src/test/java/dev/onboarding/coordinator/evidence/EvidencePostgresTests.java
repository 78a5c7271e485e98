package dev.onboarding.coordinator.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.onboarding.coordinator.evidence.VerifyBundle.Verified;
import dev.onboarding.coordinator.replay.ProvenRuns;
import dev.onboarding.coordinator.rule.SoundAccount;
import dev.onboarding.coordinator.run.Run;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class EvidencePostgresTests {

  private final ProvenRuns runs = new ProvenRuns();
  private final Run run = runs.decided("ACME-001", SoundAccount.sound().assessments());
  private final byte[] bundle =
      new WriteBundle(
              runs.records, runs.texts, new AuditRows(runs.database.jdbc), runs.database.clock)
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
    assertThat(unpacked(bundle))
        .containsOnlyKeys(
            "manifest.json",
            "README.md",
            "record.jsonl",
            "rules/" + ProvenRuns.POLICY.digest() + ".yaml");
    assertThat(unpacked(bundle).get("manifest.json"))
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
    var files = unpacked(bundle);
    var before = files.get(name);
    files.computeIfPresent(name, (file, text) -> change.apply(text));
    assertThat(files.get(name)).isNotEqualTo(before);
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (var file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    return VerifyBundle.verify(bytes.toByteArray(), null);
  }

  private static Map<String, String> unpacked(byte[] zip) throws IOException {
    var files = new LinkedHashMap<String, String>();
    try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        files.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return files;
  }
}
