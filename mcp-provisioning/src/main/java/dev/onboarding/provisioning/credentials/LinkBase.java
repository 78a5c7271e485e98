package dev.onboarding.provisioning.credentials;

import java.net.InetAddress;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/// Where customers reach this server. Only a server that nobody else can reach may leave it unsaid
/// or unencrypted: a link is a secret, and one that points elsewhere gives it away.
public record LinkBase(URI url) {

  public static final String VARIABLE = "PROVISIONING_LINK_BASE_URL";

  /// @throws IllegalStateException naming the variable when the address is no place for a secret
  public LinkBase {
    String scheme = url.getScheme();
    String host = url.getHost();
    boolean encrypted = "https".equalsIgnoreCase(scheme);
    boolean local = "http".equalsIgnoreCase(scheme) && isLoopback(host);
    if (host == null || !(encrypted || local)) {
      throw unfit();
    }
    if (url.getRawUserInfo() != null || url.getRawQuery() != null || url.getRawFragment() != null) {
      throw unfit();
    }
  }

  /// @param given as configured; blank for this server's own address
  /// @param address the server is bound to; null or blank when it is bound to all
  /// @throws IllegalStateException naming the variable
  static LinkBase of(String given, @Nullable String address, String port) {
    if (isMissing(given, address)) {
      throw unfit();
    }
    try {
      String host = address != null && address.contains(":") ? "[::1]" : "127.0.0.1";
      return new LinkBase(
          URI.create(given.isBlank() ? "http://%s:%s".formatted(host, port) : given.strip()));
    } catch (IllegalArgumentException _) {
      throw unfit();
    }
  }

  /// Whether it has to be said and is not.
  public static boolean isMissing(@Nullable String given, @Nullable String address) {
    return (given == null || given.isBlank()) && !isLoopback(address);
  }

  URI of(String token) {
    String base = url.toString().replaceFirst("/+$", "");
    return URI.create(base + CredentialPage.PATH + "/" + token);
  }

  /// Judged by the text alone: a name could be resolved to anything.
  private static boolean isLoopback(@Nullable String host) {
    if (host == null || host.isBlank()) {
      return false;
    }
    try {
      return host.equalsIgnoreCase("localhost")
          || InetAddress.ofLiteral(host.replaceAll("[\\[\\]]", "")).isLoopbackAddress();
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  private static IllegalStateException unfit() {
    return new IllegalStateException(
        "%s must be the https address at which customers reach this server (http only on loopback), such as https://start.example.com"
            .formatted(VARIABLE));
  }
}
