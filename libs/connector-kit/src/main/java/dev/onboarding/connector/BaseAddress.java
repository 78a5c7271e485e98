package dev.onboarding.connector;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;

/// The address under which a system answers: scheme and host, perhaps a path, no slash at the end.
public record BaseAddress(URI uri) {

  private static final Pattern THIS_MACHINE =
      Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]");

  public BaseAddress {
    uri = URI.create(uri.toString().replaceFirst("/+$", ""));
  }

  /// Reads a setting. Settings are texts, because an empty one must be named as missing
  /// ([RequiredCredentials]) rather than refused as no address.
  ///
  /// @param variable names the setting to people
  /// @throws IllegalArgumentException naming the variable and its value
  public static BaseAddress of(String variable, String value) {
    try {
      URI address = new URI(value.strip());
      if (isBase(address)) {
        return new BaseAddress(address);
      }
    } catch (URISyntaxException _) {
      // refused below, like an address without a host
    }
    throw new IllegalArgumentException(
        "%s '%s' is no address: give https:// and a host (http:// only on this machine)"
            .formatted(variable, value));
  }

  /// @param path with its leading slash
  public URI at(String path) {
    return URI.create(uri + path);
  }

  private static boolean isBase(URI address) {
    return address.getScheme() != null
        && address.getHost() != null
        && keepsSecrets(address)
        && address.getRawQuery() == null
        && address.getRawFragment() == null;
  }

  /// Credentials leave this machine only encrypted.
  private static boolean keepsSecrets(URI address) {
    return "https".equals(address.getScheme())
        || ("http".equals(address.getScheme())
            && THIS_MACHINE.matcher(address.getHost()).matches());
  }

  @Override
  public String toString() {
    return uri.toString();
  }
}
