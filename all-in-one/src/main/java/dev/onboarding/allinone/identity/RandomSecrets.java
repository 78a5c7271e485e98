package dev.onboarding.allinone.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/// Compares secrets by their digest. Every secret here is made by this system from a hundred random
/// bits or more, which no slow digest would guard better; what people think up would need one.
final class RandomSecrets implements PasswordEncoder {

  @Override
  public @Nullable String encode(@Nullable CharSequence secret) {
    return secret == null ? null : digest(secret);
  }

  @Override
  public boolean matches(@Nullable CharSequence secret, @Nullable String encoded) {
    return secret != null
        && encoded != null
        && MessageDigest.isEqual(
            digest(secret).getBytes(StandardCharsets.UTF_8),
            encoded.getBytes(StandardCharsets.UTF_8));
  }

  private static String digest(CharSequence secret) {
    try {
      byte[] bytes = secret.toString().getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
