package dev.onboarding.sandbox.keys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.function.Supplier;

/// Key pairs kept in files, so that a restarted sandbox still knows who signs.
final class KeyFolder {

  private final Path folder;

  KeyFolder(Path folder) {
    this.folder = folder;
  }

  KeyPair pair(String name, String algorithm, Supplier<KeyPair> made) {
    Path secret = folder.resolve(name + ".pem");
    Path open = folder.resolve(name + ".pub.pem");
    try {
      if (Files.exists(secret) && Files.exists(open)) {
        return read(algorithm, secret, open);
      }
      KeyPair pair = made.get();
      Files.createDirectories(folder);
      Files.writeString(open, Pem.of("PUBLIC KEY", pair.getPublic()));
      writeSecret(secret, Pem.of("PRIVATE KEY", pair.getPrivate()));
      return pair;
    } catch (IOException e) {
      throw new UncheckedIOException("The keys in " + folder + " cannot be kept", e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(secret + " and " + open + " are no pair of keys", e);
    }
  }

  private static KeyPair read(String algorithm, Path secret, Path open)
      throws IOException, GeneralSecurityException {
    KeyFactory keys = KeyFactory.getInstance(algorithm);
    return new KeyPair(
        keys.generatePublic(new X509EncodedKeySpec(Pem.bytes(Files.readString(open)))),
        keys.generatePrivate(new PKCS8EncodedKeySpec(Pem.bytes(Files.readString(secret)))));
  }

  private static void writeSecret(Path file, String text) throws IOException {
    Files.deleteIfExists(file);
    boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
    if (posix) {
      var ownerOnly = PosixFilePermissions.fromString("rw-------");
      Files.createFile(file, PosixFilePermissions.asFileAttribute(ownerOnly));
    }
    Files.writeString(file, text);
  }
}
