package dev.onboarding.coordinator.rule;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/// SHA-256 over what a rule set says, not over how its file is laid out: version, then every row's
/// seven texts in table order, each preceded by its length.
final class RuleSetDigest {

  private RuleSetDigest() {}

  static String of(String version, List<Row> rows) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      put(out, version);
      for (Row row : rows) {
        for (String text :
            List.of(
                row.id(),
                row.on(),
                row.when(),
                row.tier().toString(),
                row.says(),
                row.owner(),
                row.remedy())) {
          put(out, text);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return sha256(bytes.toByteArray());
  }

  private static void put(DataOutputStream out, String text) throws IOException {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(utf8.length);
    out.write(utf8);
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
