package dev.onboarding.connector;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// One call to an external system.
///
/// @param operation short stable name for metrics and messages, for example `read_snapshot`
/// @param operationClass whether it reads, writes or obtains a token
/// @param uri absolute; or only path and query, which is then appended to the base that came with
///   the token ([AccessToken#apiBase])
/// @param body not copied: never changed after it was handed over
/// @param idempotent whether sending it twice does no harm; only then is it tried again. Always
///   true of GET and HEAD, which the JDK's client repeats by itself
@SuppressWarnings("ArrayRecordComponent") // compared by nobody; a body is written once and sent
public record UpstreamRequest(
    String operation,
    OperationClass operationClass,
    String method,
    URI uri,
    Map<String, String> headers,
    byte @Nullable [] body,
    boolean idempotent) {

  public UpstreamRequest {
    headers = Map.copyOf(headers);
    if (!idempotent && (method.equals("GET") || method.equals("HEAD"))) {
      throw new IllegalArgumentException(operation + " may be repeated on the wire: send a POST");
    }
  }

  /// A read that asks for JSON.
  public static UpstreamRequest get(String operation, URI uri) {
    return new UpstreamRequest(
        operation,
        OperationClass.READ,
        "GET",
        uri,
        Map.of("Accept", "application/json"),
        null,
        true);
  }

  /// A call with a JSON body. Whether it is idempotent only the caller knows: many reads are POSTs,
  /// and an idempotent POST counts as one unless [#writing] says otherwise.
  public static UpstreamRequest json(
      String operation, String method, URI uri, byte[] body, boolean idempotent) {
    return new UpstreamRequest(
        operation,
        method.equals("POST") && idempotent ? OperationClass.READ : OperationClass.WRITE,
        method,
        uri,
        Map.of("Accept", "application/json", "Content-Type", "application/json"),
        body,
        idempotent);
  }

  /// A form post that may be repeated, as token endpoints take it.
  public static UpstreamRequest form(String operation, URI uri, Map<String, String> fields) {
    String form =
        fields.entrySet().stream()
            .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    return new UpstreamRequest(
        operation,
        OperationClass.TOKEN,
        "POST",
        uri,
        Map.of("Accept", "application/json", "Content-Type", "application/x-www-form-urlencoded"),
        form.getBytes(UTF_8),
        true);
  }

  public UpstreamRequest withHeader(String name, String value) {
    var more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new UpstreamRequest(operation, operationClass, method, uri, more, body, idempotent);
  }

  /// This request as one that changes something over there.
  public UpstreamRequest writing() {
    return new UpstreamRequest(
        operation, OperationClass.WRITE, method, uri, headers, body, idempotent);
  }

  /// This request with its path appended to a base address; unchanged when it is absolute already.
  UpstreamRequest at(@Nullable URI base) {
    if (uri.isAbsolute()) {
      return this;
    }
    if (base == null) {
      throw new IllegalStateException(
          operation + " has only a path and no base came with the token");
    }
    URI absolute = URI.create(base.toString().replaceFirst("/+$", "") + withLeadingSlash(uri));
    return new UpstreamRequest(
        operation, operationClass, method, absolute, headers, body, idempotent);
  }

  private static String withLeadingSlash(URI path) {
    return path.toString().startsWith("/") ? path.toString() : "/" + path;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }

  /// Names the call without its headers, body or query, which may hold secrets.
  @Override
  public String toString() {
    return operation + " " + method + " " + uri.getRawPath();
  }
}
