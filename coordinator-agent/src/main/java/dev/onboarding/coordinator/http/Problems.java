package dev.onboarding.coordinator.http;

import dev.onboarding.coordinator.run.ConflictingRunException;
import dev.onboarding.coordinator.run.LaxerModeException;
import dev.onboarding.coordinator.run.StoreFailures;
import dev.onboarding.model.FailureException;
import java.time.Clock;
import java.time.Duration;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/// Answers every exception of a request as a problem; what went wrong inside stays in the log.
@RestControllerAdvice
final class Problems {

  private final Refusals refusals;
  private final Outage outage;

  Problems(Refusals refusals, Clock clock) {
    this.refusals = refusals;
    this.outage = new Outage(clock);
  }

  @ExceptionHandler
  ResponseEntity<Problem> refused(ProblemException refused) {
    return answer(
        refused.type(), refused.detail(), refused.reason(), refused.retryAfter().orElse(null));
  }

  @ExceptionHandler
  ResponseEntity<Problem> conflicting(ConflictingRunException conflict) {
    return answer(ProblemType.CONFLICTING_ACCOUNT, String.valueOf(conflict.getMessage()));
  }

  @ExceptionHandler
  ResponseEntity<Problem> tooLax(LaxerModeException refused) {
    return answer(ProblemType.MODE_TOO_LAX, String.valueOf(refused.getMessage()));
  }

  @ExceptionHandler
  ResponseEntity<Problem> upstream(FailureException failed) {
    var failure = failed.failure();
    return answer(
        ProblemType.UPSTREAM_FAILED,
        "%s %s: %s".formatted(failure.errorType(), failure.errorCode(), failure.message()));
  }

  @ExceptionHandler({DataAccessException.class, TransactionException.class})
  ResponseEntity<Problem> store(RuntimeException failed) {
    if (!StoreFailures.passByThemselves(failed)) {
      return defect(failed);
    }
    refusals.failed("The store could not be used for a request", failed);
    return answer(
        ProblemType.STORE_UNAVAILABLE, "Nothing was stored. Send the same request again later.");
  }

  @ExceptionHandler
  ResponseEntity<Problem> unreadable(TypeMismatchException unreadable) {
    return answer(
        ProblemType.INVALID_REQUEST,
        "The parameter '%s' is not of the right kind.".formatted(unreadable.getPropertyName()));
  }

  /// The container reads parameters when they are first asked for, and refuses them then.
  @ExceptionHandler
  ResponseEntity<Problem> undecodable(InvalidParameterException undecodable) {
    return answer(ProblemType.INVALID_REQUEST, "The parameters cannot be decoded.");
  }

  @ExceptionHandler
  ResponseEntity<Problem> otherMethod(HttpRequestMethodNotSupportedException refused) {
    var served = refused.getSupportedMethods();
    return answer(
        ProblemType.METHOD_NOT_ALLOWED,
        "This method is not served here; send %s."
            .formatted(served == null ? "another" : String.join(" or ", served)));
  }

  @ExceptionHandler
  ResponseEntity<Problem> other(Exception other) {
    if (other instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
      return answer(type(known), "Look at the address, the method and the parameters.");
    }
    return defect(other);
  }

  private ResponseEntity<Problem> defect(Exception defect) {
    refusals.failed("A request met a defect", defect);
    return answer(ProblemType.INTERNAL_DEFECT, "The log of the coordinator has the details.");
  }

  private static ProblemType type(ErrorResponse known) {
    return switch (known.getStatusCode().value()) {
      case 404 -> ProblemType.NOT_FOUND;
      case 405 -> ProblemType.METHOD_NOT_ALLOWED;
      case 406 -> ProblemType.NOT_ACCEPTABLE;
      case 413 -> ProblemType.BODY_TOO_LARGE;
      case 415 -> ProblemType.UNSUPPORTED_CONTENT_TYPE;
      default -> ProblemType.INVALID_REQUEST;
    };
  }

  private ResponseEntity<Problem> answer(ProblemType type, String detail) {
    return answer(type, detail, type.code(), null);
  }

  private ResponseEntity<Problem> answer(
      ProblemType type, String detail, String reason, @Nullable Duration retryAfter) {
    if (type.isRefusal()) {
      refusals.refused(reason);
    }
    var response = ResponseEntity.status(type.status());
    if (type.status() == HttpStatus.UNAUTHORIZED) {
      response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    }
    if (retryAfter != null) {
      response.header(HttpHeaders.RETRY_AFTER, seconds(retryAfter));
    } else if (type.status() == HttpStatus.SERVICE_UNAVAILABLE) {
      response.header(HttpHeaders.RETRY_AFTER, seconds(outage.comeAgain()));
    }
    return response
        .contentType(MediaType.parseMediaType(Problem.MEDIA_TYPE))
        .body(Problem.of(type, detail));
  }

  /// Rounded up: whoever comes a moment too early is turned away again.
  private static String seconds(Duration wait) {
    return String.valueOf(Math.max(1, wait.plusNanos(999_999_999).toSeconds()));
  }
}
