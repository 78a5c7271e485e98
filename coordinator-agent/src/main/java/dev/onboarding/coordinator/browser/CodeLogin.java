package dev.onboarding.coordinator.browser;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Where a browser is sent and what it is sent with: a code for this coordinator, by PKCE.
///
/// @param redirect where the browser comes back with the code
/// @param audience for which the token will be
record CodeLogin(URI authorize, String clientId, URI redirect, String audience, String scope) {

  private static final Base64.Encoder URL_SAFE = Base64.getUrlEncoder().withoutPadding();

  /// What only this browser knows of one login.
  ///
  /// @param target where the person wanted to go
  record Attempt(String state, String verifier, String target) {

    static Attempt to(String target) {
      return new Attempt(random(), random(), target);
    }

    /// As one value of a cookie.
    String written() {
      return state
          + "."
          + verifier
          + "."
          + URL_SAFE.encodeToString(target.getBytes(StandardCharsets.UTF_8));
    }

    /// @throws IllegalArgumentException when it is none
    static Attempt read(String cookie) {
      String[] parts = cookie.split("\\.", -1);
      if (parts.length != 3) {
        throw new IllegalArgumentException("No login is under way");
      }
      String target = new String(Base64.getUrlDecoder().decode(parts[2]), StandardCharsets.UTF_8);
      if (!target.startsWith("/api/")) {
        throw new IllegalArgumentException("A login leads to /api");
      }
      return new Attempt(parts[0], parts[1], target);
    }

    boolean isOf(String givenState) {
      return MessageDigest.isEqual(
          state.getBytes(StandardCharsets.UTF_8), givenState.getBytes(StandardCharsets.UTF_8));
    }
  }

  String address(Attempt attempt) {
    return authorize
        + "?"
        + form(
            Map.of(
                "response_type",
                "code",
                "client_id",
                clientId,
                "redirect_uri",
                redirect.toString(),
                "scope",
                scope,
                "resource",
                audience,
                "state",
                attempt.state(),
                "code_challenge",
                challenge(attempt.verifier()),
                "code_challenge_method",
                "S256"));
  }

  static String form(Map<String, String> fields) {
    return new TreeMap<>(fields)
        .entrySet().stream()
            .map(field ->
                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
  }

  private static String random() {
    byte[] bytes = new byte[32];
    new SecureRandom().nextBytes(bytes);
    return URL_SAFE.encodeToString(bytes);
  }

  private static String challenge(String verifier) {
    try {
      return URL_SAFE.encodeToString(
          MessageDigest.getInstance("SHA-256")
              .digest(verifier.getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
