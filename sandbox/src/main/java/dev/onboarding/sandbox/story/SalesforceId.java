package dev.onboarding.sandbox.story;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.regex.Pattern;

/// Salesforce ids: 15 case-sensitive characters, and the three that make them safe without case.
public final class SalesforceId {

  private static final String DIGITS =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private static final String CHECK = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";
  private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9]{15}([A-Z0-5]{3})?");

  private SalesforceId() {}

  /// The id that follows from an account's key; 18 characters.
  public static String of(String prefix, String key, int index) {
    BigInteger number = new BigInteger(1, digest(prefix + "/" + key + "/" + index));
    var id = new StringBuilder(prefix).append("5g");
    for (int i = 0; i < 10; i++) {
      BigInteger[] parts = number.divideAndRemainder(BigInteger.valueOf(DIGITS.length()));
      id.append(DIGITS.charAt(parts[1].intValue()));
      number = parts[0];
    }
    return full(id.toString());
  }

  public static boolean isOne(String text) {
    return SHAPE.matcher(text).matches() && (text.length() == 15 || full(text).equals(text));
  }

  /// The 18 characters of an id given with 15 or 18.
  public static String full(String id) {
    var full = new StringBuilder(id.substring(0, 15));
    for (int block = 0; block < 15; block += 5) {
      int bits = 0;
      for (int i = 0; i < 5; i++) {
        if (Character.isUpperCase(id.charAt(block + i))) {
          bits |= 1 << i;
        }
      }
      full.append(CHECK.charAt(bits));
    }
    return full.toString();
  }

  private static byte[] digest(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
