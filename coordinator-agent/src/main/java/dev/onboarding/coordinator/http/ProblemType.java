package dev.onboarding.coordinator.http;

import java.net.URI;
import java.util.Locale;
import org.springframework.http.HttpStatus;

/// Every way in which a request can be refused; the URI of each never changes its meaning.
public enum ProblemType {
  MALFORMED_JSON(HttpStatus.BAD_REQUEST, "The body is no JSON"),
  UNKNOWN_FIELD(HttpStatus.BAD_REQUEST, "The body has a field that is not known"),
  INVALID_FIELD(HttpStatus.BAD_REQUEST, "A field is missing or not what it should be"),
  INVALID_ACCOUNT_ID(HttpStatus.BAD_REQUEST, "The account id is none"),
  DOCUMENT_REFUSED(HttpStatus.BAD_REQUEST, "The document cannot be taken"),
  INVALID_REQUEST(HttpStatus.BAD_REQUEST, "The request is not what it should be"),
  SENDER_NOT_PROVEN(HttpStatus.UNAUTHORIZED, "It is not proven who sent the request"),
  TIMESTAMP_STALE(HttpStatus.UNAUTHORIZED, "The timestamp is too far from now"),
  MODE_TOO_LAX(HttpStatus.FORBIDDEN, "The mode is laxer than the configured one"),
  PERSON_NEEDED(HttpStatus.FORBIDDEN, "Only a person who has logged in may do this"),
  LOCAL_ONLY(HttpStatus.FORBIDDEN, "This address is served to this machine only"),
  RUN_NOT_FOUND(HttpStatus.NOT_FOUND, "There is no such run"),
  BATCH_NOT_FOUND(HttpStatus.NOT_FOUND, "There is no such batch"),
  DOCUMENT_NOT_FOUND(HttpStatus.NOT_FOUND, "There is no such document"),
  REPORT_NOT_READY(HttpStatus.NOT_FOUND, "The run has no report yet"),
  NOT_FOUND(HttpStatus.NOT_FOUND, "There is nothing here"),
  METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED, "The method is not served here"),
  NOT_ACCEPTABLE(HttpStatus.NOT_ACCEPTABLE, "No accepted form is served here"),
  CONFLICTING_ACCOUNT(HttpStatus.CONFLICT, "The id belongs to another account's run"),
  RUN_NOT_PARKED(HttpStatus.CONFLICT, "The run is not parked"),
  RUN_ENDED(HttpStatus.CONFLICT, "The run has ended"),
  CONFLICTING_BATCH(HttpStatus.CONFLICT, "The id belongs to another batch"),
  APPROVAL_NOT_AWAITED(HttpStatus.CONFLICT, "The run waits for no approval"),
  APPROVAL_ALREADY_GIVEN(HttpStatus.CONFLICT, "Another answer was given before"),
  ACT_REFUSED(HttpStatus.CONFLICT, "What was asked for cannot be put in force"),
  NO_CASE(HttpStatus.CONFLICT, "No case can be made of the run"),
  RUN_NOT_ENDED(HttpStatus.CONFLICT, "A run of the account has not ended"),
  FINDINGS_CHANGED(HttpStatus.CONFLICT, "The findings are not those that were shown"),
  BODY_TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, "The body is too large"),
  UNSUPPORTED_CONTENT_TYPE(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "The body must be JSON"),
  RATE_LIMITED(HttpStatus.TOO_MANY_REQUESTS, "The source asks too often"),
  INTERNAL_DEFECT(HttpStatus.INTERNAL_SERVER_ERROR, "The system has a defect"),
  UPSTREAM_FAILED(HttpStatus.BAD_GATEWAY, "Another system failed"),
  NODE_DRAINING(HttpStatus.SERVICE_UNAVAILABLE, "The node takes nothing new"),
  QUEUE_FULL(HttpStatus.SERVICE_UNAVAILABLE, "Too many runs wait to begin"),
  STORE_UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE, "The store cannot be used now"),
  IDENTITY_UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE, "Access tokens cannot be checked now");

  private final HttpStatus status;
  private final String title;

  ProblemType(HttpStatus status, String title) {
    this.status = status;
    this.title = title;
  }

  /// The reverse of [#code].
  public static ProblemType ofCode(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  public HttpStatus status() {
    return status;
  }

  String title() {
    return title;
  }

  /// The name in metrics and logs.
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public URI uri() {
    return URI.create("urn:onboarding:problem:" + code());
  }

  /// Whether nothing failed: the caller is at fault, or there are too many of them.
  boolean isRefusal() {
    return status.is4xxClientError() || this == QUEUE_FULL || this == NODE_DRAINING;
  }
}
