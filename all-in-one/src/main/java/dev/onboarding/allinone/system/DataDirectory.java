package dev.onboarding.allinone.system;

import dev.onboarding.edge.audit.CheckpointKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Supplier;

/// Where one system keeps its database, keys, reports and log, and finds them again at the next
/// start.
public record DataDirectory(Path root) {

  private static final String DATABASE_PASSWORD = "database-password";

  public DataDirectory {
    root = root.toAbsolutePath().normalize();
  }

  Path lockFile() {
    return created(root).resolve("lock");
  }

  Path lockHolder() {
    return created(root).resolve("lock-holder");
  }

  Path database() {
    return created(root.resolve("postgres"));
  }

  /// The database server that runs on this directory, wherever it was started.
  public Optional<ProcessHandle> databaseProcess() {
    try {
      Path pidFile = database().resolve("postmaster.pid");
      return Files.exists(pidFile)
          ? ProcessHandle.of(Long.parseLong(Files.readAllLines(pidFile).getFirst().strip()))
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Path reports() {
    return created(root.resolve("reports"));
  }

  public Path log() {
    return created(root.resolve("log")).resolve("onboarding.log");
  }

  /// The secret by which demonstration webhooks are signed; made at the first start.
  public String webhookSecret() {
    return text("webhook-secret", () -> HexFormat.of().formatHex(random()));
  }

  /// The database's own password; made at the first start.
  public String databasePassword() {
    return text(DATABASE_PASSWORD, () -> HexFormat.of().formatHex(random()));
  }

  /// The password of the role that serves; made at the first start.
  public String servingPassword() {
    return text("serving-password", () -> HexFormat.of().formatHex(random()));
  }

  /// The key by which checkpoints of the audit trail are signed; made at the first start, with its
  /// public half beside it.
  Path auditSigningKey() {
    Path signing = kept("audit-signing.jwk", CheckpointKey::generated);
    kept("audit-verifying.jwk", () -> CheckpointKey.parse(read(signing)).publicJwk());
    return signing;
  }

  /// The public half of that key.
  public Path auditVerifyingKey() {
    return root.resolve("keys").resolve("audit-verifying.jwk");
  }

  /// Where checkpoints of the audit trail go.
  public Path checkpoints() {
    return created(root.resolve("checkpoints"));
  }

  /// The file that holds it, as the database's own tools read it.
  Path databasePasswordFile() {
    databasePassword();
    return root.resolve("keys").resolve(DATABASE_PASSWORD);
  }

  /// The key under which credentials rest until they are opened; made at the first start.
  Path credentialsKey() {
    return kept("credentials.key", () -> Base64.getEncoder().encodeToString(random()));
  }

  /// The secret by which a client of the local authorization server proves who it is; made at the
  /// first start.
  public Path clientSecret(String client) {
    return kept("client-%s.secret".formatted(client), () -> HexFormat.of().formatHex(random()));
  }

  /// The password with which the one person of this system logs in; made at the first start.
  public Path personPassword() {
    return kept("person.password", DataDirectory::password);
  }

  /// Under whose name: that of the user who started this system first.
  public String personName() {
    return text(
        "person.name",
        () -> {
          String user = System.getProperty("user.name", "");
          return user.matches("[A-Za-z0-9._-]{1,64}") ? user : "operator";
        });
  }

  /// The key by which the local authorization server signs tokens; made at the first start.
  Path tokenSigningKey(Supplier<String> made) {
    return kept("token-signing.jwk", made);
  }

  /// Where the sandbox keeps the development keys it accepts, so that a restart does not change
  /// them.
  Path sandboxKeys() {
    return created(root.resolve("keys").resolve("sandbox"));
  }

  /// A file in the key folder, written once, readable by its owner alone.
  Path kept(String name, Supplier<String> content) {
    Path file = created(root.resolve("keys")).resolve(name);
    return Files.exists(file) ? file : written(file, content.get());
  }

  /// A file in the key folder, written anew at every start.
  Path renewed(String name, String content) {
    return written(created(root.resolve("keys")).resolve(name), content);
  }

  private String text(String name, Supplier<String> content) {
    return read(kept(name, content)).strip();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path written(Path file, String content) {
    try {
      Files.deleteIfExists(file);
      Files.createFile(file, OwnerOnly.file());
      return Files.writeString(file, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path created(Path folder) {
    try {
      return Files.createDirectories(folder, OwnerOnly.folder());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A hundred random bits that can be typed.
  private static String password() {
    String letters = "abcdefghijkmnpqrstuvwxyz23456789";
    var text = new StringBuilder();
    for (byte random : random()) {
      text.append(letters.charAt(random & 31));
    }
    return text.substring(0, 20).replaceAll("(.{5})(?!$)", "$1-");
  }

  private static byte[] random() {
    byte[] bytes = new byte[32];
    new SecureRandom().nextBytes(bytes);
    return bytes;
  }
}
