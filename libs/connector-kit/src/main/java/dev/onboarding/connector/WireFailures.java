package dev.onboarding.connector;

import dev.onboarding.model.ErrorType;
import dev.onboarding.model.Failure;
import dev.onboarding.model.FailureException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/// What an exchange that gave no answer means. Before anything was sent it is a network failure;
/// after that, a request that may not be repeated is indeterminate.
record WireFailures(String system) {

  private static final Set<String> NEVER_LEFT =
      Set.of("CONNECT_TIMEOUT", "TLS_FAILED", "UNKNOWN_HOST", "CONNECTION_REFUSED");

  FailureException of(UpstreamRequest request, ExecutionException failed) {
    Throwable cause = failed.getCause() == null ? failed : failed.getCause();
    return switch (cause) {
      case HttpConnectTimeoutException _ ->
          network("CONNECT_TIMEOUT", "no connection in time", cause);
      case SSLHandshakeException _ -> network("TLS_FAILED", "the TLS handshake failed", cause);
      case ConnectException refused when isUnresolved(refused) ->
          network("UNKNOWN_HOST", "its host name is unknown", cause);
      case ConnectException _ -> network("CONNECTION_REFUSED", "the connection was refused", cause);
      case IOException _ when isTooLarge(cause) -> tooLarge(cause);
      default -> lost(request, "CONNECTION_LOST", "the connection was cut", cause);
    };
  }

  /// Whether the request of which this is the failure left this process, at least in part.
  static boolean left(FailureException failed) {
    String code = failed.failure().errorCode();
    boolean tooLateToSend = code.equals(HttpWire.DEADLINE_PASSED) && failed.getCause() == null;
    return !tooLateToSend && !NEVER_LEFT.contains(code);
  }

  FailureException deadlinePassed(UpstreamRequest request) {
    return network(
        HttpWire.DEADLINE_PASSED,
        "the caller's deadline passed before " + request.operation() + " was sent",
        null);
  }

  /// The answer to something that was sent did not arrive.
  FailureException lost(UpstreamRequest request, String code, String why, Throwable cause) {
    return request.idempotent()
        ? network(code, why, cause)
        : failure(ErrorType.INDETERMINATE, "RESPONSE_LOST", why, cause);
  }

  private FailureException tooLarge(Throwable cause) {
    return failure(
        ErrorType.SERVER_ERROR, "ANSWER_TOO_LARGE", "its answer is larger than accepted", cause);
  }

  private FailureException network(String code, String why, @Nullable Throwable cause) {
    return failure(ErrorType.NETWORK, code, why, cause);
  }

  private FailureException failure(
      ErrorType type, String code, String why, @Nullable Throwable cause) {
    String message = "%s could not be asked: %s.".formatted(system, why);
    return new FailureException(Failure.of(type, code, null, message), null, cause);
  }

  /// The limiting body handler of the JDK has no exception type of its own.
  private static boolean isTooLarge(Throwable cause) {
    return String.valueOf(cause.getMessage()).contains("exceeds capacity");
  }

  private static boolean isUnresolved(ConnectException refused) {
    return refused.getCause() instanceof UnresolvedAddressException
        || (refused.getCause() != null
            && refused.getCause().getCause() instanceof UnresolvedAddressException);
  }
}
