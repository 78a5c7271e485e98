package dev.onboarding.edge.audit;

import dev.onboarding.edge.EdgeJson;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// An Ed25519 key in JWK form (RFC 8037): with its private half it signs checkpoints, without it
/// verifies them.
public final class CheckpointKey {

  /// What stands before the 32 bytes of a key in the encodings that the JDK takes (RFC 8410).
  private static final byte[] PUBLIC = HexFormat.of().parseHex("302a300506032b6570032100");

  private static final byte[] PRIVATE = HexFormat.of().parseHex("302e020100300506032b657004220420");

  private static final String ALGORITHM = "Ed25519";
  private static final int BYTES = 32;

  private final byte[] open;
  private final PublicKey verifying;
  private final @Nullable PrivateKey signing;

  private CheckpointKey(byte[] open, byte @Nullable [] secret) throws GeneralSecurityException {
    var keys = KeyFactory.getInstance(ALGORITHM);
    this.open = open;
    this.verifying = keys.generatePublic(new X509EncodedKeySpec(joined(PUBLIC, open)));
    this.signing =
        secret == null
            ? null
            : keys.generatePrivate(new PKCS8EncodedKeySpec(joined(PRIVATE, secret)));
  }

  /// A new pair, as JWK.
  public static String generated() {
    try {
      var pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
      return jwk(last(pair.getPublic().getEncoded()), last(pair.getPrivate().getEncoded()));
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException(missing);
    }
  }

  /// @throws IllegalArgumentException when it is no such key; the message never quotes it
  public static CheckpointKey parse(String jwk) {
    try {
      JsonNode key = EdgeJson.mapper().readTree(jwk);
      if (!key.path("kty").asString("").equals("OKP")
          || !key.path("crv").asString("").equals(ALGORITHM)) {
        throw new IllegalArgumentException("it is no Ed25519 key in JWK form (kty OKP)");
      }
      String secret = key.path("d").asString("");
      return new CheckpointKey(
          bytes(key.path("x").asString("")), secret.isEmpty() ? null : bytes(secret));
    } catch (JacksonException unreadable) {
      throw new IllegalArgumentException("it is no JSON", unreadable);
    } catch (GeneralSecurityException unusable) {
      throw new IllegalArgumentException("it is no usable Ed25519 key", unusable);
    }
  }

  /// As [#parse], of a key that signs.
  static CheckpointKey signing(String jwk) {
    var key = parse(jwk);
    var _ = key.sign(new byte[0]);
    return key;
  }

  /// Tells keys apart.
  public String id() {
    return Digests.hex(open).substring(0, 16);
  }

  /// The half that may be given away, as JWK.
  public String publicJwk() {
    return jwk(open, null);
  }

  byte[] sign(byte[] content) {
    if (signing == null) {
      throw new IllegalArgumentException("it has no private half (d), so it cannot sign");
    }
    try {
      var signature = Signature.getInstance(ALGORITHM);
      signature.initSign(signing);
      signature.update(content);
      return signature.sign();
    } catch (GeneralSecurityException unusable) {
      throw new IllegalStateException(unusable);
    }
  }

  boolean verifies(byte[] content, byte[] signed) {
    try {
      var signature = Signature.getInstance(ALGORITHM);
      signature.initVerify(verifying);
      signature.update(content);
      return signature.verify(signed);
    } catch (GeneralSecurityException noSignature) {
      return false;
    }
  }

  private static String jwk(byte[] open, byte @Nullable [] secret) {
    var jwk = EdgeJson.mapper().createObjectNode();
    jwk.put("kty", "OKP").put("crv", ALGORITHM).put("x", text(open));
    if (secret != null) {
      jwk.put("d", text(secret));
    }
    return jwk.toString();
  }

  private static byte[] bytes(String text) {
    byte[] bytes = Base64.getUrlDecoder().decode(text);
    if (bytes.length != BYTES) {
      throw new IllegalArgumentException("its parts are not %d bytes long".formatted(BYTES));
    }
    return bytes;
  }

  private static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static byte[] last(byte[] encoded) {
    return Arrays.copyOfRange(encoded, encoded.length - BYTES, encoded.length);
  }

  private static byte[] joined(byte[] before, byte[] key) {
    byte[] joined = Arrays.copyOf(before, before.length + key.length);
    System.arraycopy(key, 0, joined, before.length, key.length);
    return joined;
  }
}
