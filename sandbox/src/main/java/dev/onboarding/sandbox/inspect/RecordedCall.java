package dev.onboarding.sandbox.inspect;

import dev.onboarding.sandbox.wire.Call;
import dev.onboarding.sandbox.wire.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// One call as it is kept: no headers but the correlation id, and nothing of a token call's body.
@SuppressWarnings("ArrayRecordComponent") // calls are never compared
record RecordedCall(
    Instant at,
    long millis,
    String method,
    String path,
    String query,
    byte[] body,
    int status,
    boolean tokenCall,
    @Nullable String correlation) {

  private static final int MOST_BYTES = 8 * 1024;

  static RecordedCall of(Call call, Instant at, long millis, int status, boolean tokenCall) {
    byte[] body = tokenCall ? new byte[0] : call.body();
    return new RecordedCall(
        at,
        millis,
        call.method(),
        call.path(),
        call.query().replaceAll("(oauth_token|access_token)=[^&]*", "$1=***"),
        body.length > MOST_BYTES ? Arrays.copyOf(body, MOST_BYTES) : body,
        status,
        tokenCall,
        call.header("x-correlation-id"));
  }

  int size() {
    return body.length + path.length() + query.length();
  }

  ObjectNode json() {
    return Json.object()
        .put("at", at.toString())
        .put("millis", millis)
        .put("method", method)
        .put("path", path)
        .put("query", Call.decoded(query))
        .put("body", new String(body, StandardCharsets.UTF_8))
        .put("status", status)
        .put("correlation_id", correlation)
        .put("token_call", tokenCall);
  }
}
