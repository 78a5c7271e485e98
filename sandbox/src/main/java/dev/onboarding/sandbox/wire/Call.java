package dev.onboarding.sandbox.wire;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// One request as it arrived.
///
/// @param base scheme and authority the caller used, for example `http://127.0.0.1:8099`
/// @param system the first segment of the path, for example `salesforce`
/// @param path what follows the system, undecoded, starting with a slash
/// @param query the raw query string, empty when there is none
/// @param headers by lower-case name
@SuppressWarnings("ArrayRecordComponent") // calls are never compared
public record Call(
    String method,
    String base,
    String system,
    String path,
    String query,
    Map<String, String> headers,
    byte[] body) {

  public Call {
    headers = Map.copyOf(headers);
  }

  /// The system's own root, for example `http://127.0.0.1:8099/salesforce`.
  public String root() {
    return system.isEmpty() ? base : base + "/" + system;
  }

  /// The address as the caller wrote it, without the query.
  public String url() {
    return root() + path;
  }

  public @Nullable String header(String name) {
    return headers.get(name.toLowerCase(Locale.ROOT));
  }

  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  /// @throws tools.jackson.core.JacksonException when the body is no JSON
  public JsonNode json() {
    return Json.read(body);
  }

  public boolean isForm() {
    String type = header("content-type");
    return type != null && type.startsWith("application/x-www-form-urlencoded");
  }

  /// The fields of a form body.
  public Map<String, String> form() {
    return pairs(text());
  }

  public Map<String, String> parameters() {
    return pairs(query);
  }

  public @Nullable String parameter(String name) {
    return parameters().get(name);
  }

  /// The token of a bearer authorization, else null.
  public @Nullable String bearer() {
    String value = header("authorization");
    return value != null && value.regionMatches(true, 0, "Bearer ", 0, 7)
        ? value.substring(7).trim()
        : null;
  }

  public static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }

  private static Map<String, String> pairs(String text) {
    var pairs = new LinkedHashMap<String, String>();
    for (String pair : text.split("&", -1)) {
      if (!pair.isEmpty()) {
        int equals = pair.indexOf('=');
        String name = equals < 0 ? pair : pair.substring(0, equals);
        pairs.putIfAbsent(decoded(name), equals < 0 ? "" : decoded(pair.substring(equals + 1)));
      }
    }
    return pairs;
  }
}
