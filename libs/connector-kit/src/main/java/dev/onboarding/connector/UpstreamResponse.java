package dev.onboarding.connector;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/// What an external system answered, whatever the status.
///
/// @param headers lower-case names; of a repeated header the first value
/// @param body never larger than [UpstreamLimits#largestAnswer]; not copied
@SuppressWarnings("ArrayRecordComponent") // compared by nobody; read once
public record UpstreamResponse(int status, Map<String, String> headers, byte[] body) {

  public UpstreamResponse {
    headers = Map.copyOf(headers);
  }

  public boolean isSuccess() {
    return status >= 200 && status < 300;
  }

  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
  }

  public String text() {
    return new String(body, UTF_8);
  }

  /// The body as JSON, for reading failures: a missing node where it is none, because a "no" in
  /// another form is still a "no". Answers are read with [JsonAnswers].
  public JsonNode json() {
    try {
      JsonNode read = JsonMapper.shared().readTree(body);
      return read == null ? MissingNode.getInstance() : read;
    } catch (JacksonException _) {
      return MissingNode.getInstance();
    }
  }

  /// The delay that `Retry-After` asks for, in seconds or as a date measured from the answer's own
  /// `Date`; empty when there is none or it cannot be read.
  public Optional<Duration> retryAfter() {
    return header("retry-after").map(String::strip).flatMap(this::delay);
  }

  private Optional<Duration> delay(String value) {
    try {
      if (value.matches("\\d{1,9}")) {
        return Optional.of(Duration.ofSeconds(Long.parseLong(value)));
      }
      return header("date")
          .map(date -> Duration.between(httpDate(date), httpDate(value)))
          .filter(Duration::isPositive);
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  private static ZonedDateTime httpDate(String text) {
    return ZonedDateTime.parse(text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME);
  }

  @Override
  public String toString() {
    return "HTTP " + status + ", " + body.length + " bytes";
  }
}
