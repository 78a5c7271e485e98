package dev.onboarding.coordinator.evidence;

import dev.onboarding.coordinator.ledger.Digests;
import dev.onboarding.coordinator.replay.RuleTexts;
import dev.onboarding.coordinator.replay.RunRecord;
import dev.onboarding.coordinator.replay.StoredRecords;
import dev.onboarding.coordinator.run.RunId;
import dev.onboarding.edge.EdgeJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import tools.jackson.databind.SerializationFeature;

/// Writes a run's record with all it takes to check it into one zip file.
public final class WriteBundle {

  private final StoredRecords records;
  private final RuleTexts rules;
  private final AuditRows audit;
  private final Clock clock;

  public WriteBundle(StoredRecords records, RuleTexts rules, AuditRows audit, Clock clock) {
    this.records = records;
    this.rules = rules;
    this.audit = audit;
    this.clock = clock;
  }

  /// @return empty when there is no such run
  public Optional<byte[]> of(RunId run) {
    return records.of(run).map(this::zip);
  }

  private byte[] zip(RunRecord record) {
    var calls = audit.of(record.identity().run());
    var files = new LinkedHashMap<String, byte[]>();
    files.put(Bundle.README, readme());
    files.put(Bundle.RECORD, lines(record));
    for (var digest : digests(record)) {
      rules.of(digest).ifPresent(text -> files.put(Bundle.rules(digest), bytes(text)));
    }
    calls.entries().ifPresent(text -> files.put(Bundle.AUDIT, bytes(text)));
    calls.ways().ifPresent(text -> files.put(Bundle.WAYS, bytes(text)));
    return zip(manifest(record, calls.says(), files), files);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private Bundle.Manifest manifest(RunRecord record, String audit, Map<String, byte[]> files) {
    return new Bundle.Manifest(
        Bundle.FORMAT,
        record.identity().run().toString(),
        record.identity().accountKey(),
        clock.instant(),
        record.head(),
        record.entries().size(),
        audit,
        files.entrySet().stream()
            .map(file ->
                new Bundle.File(
                    file.getKey(), Digests.sha256(file.getValue()), file.getValue().length))
            .toList());
  }

  private static byte[] lines(RunRecord record) {
    var lines = new ArrayList<Bundle.Line>();
    lines.add(Bundle.Line.of(record.identity(), record.standing()));
    record.entries().forEach(entry -> lines.add(Bundle.Line.of(entry)));
    record.contents().forEach(content -> lines.add(Bundle.Line.of(content)));
    return lines.stream()
        .map(line -> EdgeJson.mapper().writeValueAsString(line) + "\n")
        .collect(Collectors.joining())
        .getBytes(StandardCharsets.UTF_8);
  }

  /// The run's own rule set, and whatever its decisions name.
  private static Iterable<String> digests(RunRecord record) {
    return Stream.concat(
            Stream.of(record.identity().ruleSetDigest()),
            record.decisions().stream()
                .map(each -> each.value())
                .filter(Objects::nonNull)
                .map(value -> value.at("/decision/rule_set_digest").asString("")))
        .filter(digest -> !digest.isEmpty())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static byte[] readme() {
    try (InputStream file =
        Objects.requireNonNull(
            WriteBundle.class
                .getClassLoader()
                .getResourceAsStream("coordinator/evidence/README.md"))) {
      return file.readAllBytes();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static byte[] zip(Bundle.Manifest manifest, Map<String, byte[]> files) {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      put(
          zip,
          Bundle.MANIFEST,
          EdgeJson.mapper()
              .writer()
              .with(SerializationFeature.INDENT_OUTPUT)
              .writeValueAsBytes(manifest));
      for (var file : List.copyOf(files.entrySet())) {
        put(zip, file.getKey(), file.getValue());
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(content);
    zip.closeEntry();
  }
}
