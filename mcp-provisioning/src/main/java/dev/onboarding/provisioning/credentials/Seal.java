package dev.onboarding.provisioning.credentials;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Seals credentials (AES-256-GCM, bound to their binding id) and makes the tokens of their links.
///
/// A token is derived from the binding id and the key: a repeated call gives the same link, and
/// only the token's hash is kept.
final class Seal {

  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final SecretKeySpec sealing;
  private final SecretKeySpec linking;
  private final SecureRandom random = new SecureRandom();

  Seal(byte[] key) {
    this.sealing = new SecretKeySpec(derived(key, "seal"), "AES");
    this.linking = new SecretKeySpec(derived(key, "link"), "HmacSHA256");
  }

  byte[] close(UUID binding, byte[] plain) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    byte[] closed = crypt(Cipher.ENCRYPT_MODE, binding, nonce, plain, 0, plain.length);
    byte[] sealed = new byte[NONCE_BYTES + closed.length];
    System.arraycopy(nonce, 0, sealed, 0, NONCE_BYTES);
    System.arraycopy(closed, 0, sealed, NONCE_BYTES, closed.length);
    return sealed;
  }

  /// @throws IllegalStateException when the bytes were sealed with another key, for another
  ///   binding, or were changed
  byte[] open(UUID binding, byte[] sealed) {
    byte[] nonce = java.util.Arrays.copyOf(sealed, NONCE_BYTES);
    return crypt(
        Cipher.DECRYPT_MODE, binding, nonce, sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
  }

  String token(UUID binding) {
    byte[] mac = mac(linking, binding.toString());
    return Base64.getUrlEncoder().withoutPadding().encodeToString(mac);
  }

  static String hash(String token) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private byte[] crypt(int mode, UUID binding, byte[] nonce, byte[] input, int offset, int length) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, sealing, new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(binding.toString().getBytes(UTF_8));
      return cipher.doFinal(input, offset, length);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(
          "credentials of binding " + binding + " cannot be sealed or opened", e);
    }
  }

  private static byte[] derived(byte[] key, String purpose) {
    return mac(new SecretKeySpec(key, "HmacSHA256"), "onboarding credentials " + purpose);
  }

  private static byte[] mac(SecretKeySpec key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      return mac.doFinal(text.getBytes(UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
