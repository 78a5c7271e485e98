package dev.onboarding.testkit.hostile;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Writes requests to one endpoint byte by byte: a decent one, in which each part may be replaced.
final class Requests {

  private final URI endpoint;
  private final Map<String, String> common;

  /// @param common headers of every request, such as a token
  Requests(URI endpoint, Map<String, String> common) {
    this.endpoint = endpoint;
    this.common = Map.copyOf(common);
  }

  /// A decent `POST`.
  byte[] post(String body) {
    return post(body.getBytes(StandardCharsets.UTF_8), Map.of());
  }

  byte[] post(String body, String header, @Nullable String value) {
    Map<String, @Nullable String> headers = new LinkedHashMap<>();
    headers.put(header, value);
    return post(body.getBytes(StandardCharsets.UTF_8), headers);
  }

  /// @param different headers that replace the decent ones; null leaves one out
  byte[] post(byte[] body, Map<String, ? extends @Nullable String> different) {
    Map<String, @Nullable String> headers = headers(different);
    if (!headers.containsKey("Transfer-Encoding")) {
      headers.putIfAbsent("Content-Length", String.valueOf(body.length));
    }
    return bytes("POST", headers, body);
  }

  byte[] bodiless(String method) {
    return bytes(method, headers(Map.of("Content-Type", "")), new byte[0]);
  }

  static String rpc(String method, String params) {
    return "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"%s\",\"params\":%s}"
        .formatted(method, params);
  }

  private Map<String, @Nullable String> headers(Map<String, ? extends @Nullable String> different) {
    Map<String, @Nullable String> headers = new LinkedHashMap<>();
    headers.put("Host", endpoint.getAuthority());
    headers.put("Content-Type", "application/json");
    headers.put("Accept", "application/json, text/event-stream");
    headers.put("Connection", "close");
    headers.putAll(common);
    headers.putAll(different);
    return headers;
  }

  private byte[] bytes(String method, Map<String, @Nullable String> headers, byte[] body) {
    var head = new StringBuilder(method + " " + endpoint.getPath() + " HTTP/1.1\r\n");
    headers.forEach((name, value) -> {
      if (value != null && !value.isEmpty()) {
        head.append(name).append(": ").append(value).append("\r\n");
      }
    });
    var request = new ByteArrayOutputStream();
    request.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
    request.writeBytes(body);
    return request.toByteArray();
  }
}
