package dev.onboarding.connector;

import dev.onboarding.model.ErrorType;
import dev.onboarding.model.FailureException;
import java.util.Optional;

/// Reads a system's own form of "no" out of its answer. Asked about every answer, also a successful
/// one; empty means that the answer may be used (a 404, for example, is an answer).
@FunctionalInterface
public interface FailureTranslator {

  Optional<FailureException> translate(UpstreamResponse response);

  /// This translator, and where it finds nothing the next one.
  default FailureTranslator orElse(FailureTranslator next) {
    return response -> translate(response).or(() -> next.translate(response));
  }

  /// What the status alone says: 401, 403, 408, 429, other 4xx, 3xx and 5xx are failures; 2xx, 404
  /// and 410 are answers.
  ///
  /// @param system the system's name as people read it, for example `DocuSign`
  static FailureTranslator byStatus(String system) {
    return new StatusFailures(system);
  }

  /// The kind of failure that a status of 400 and above means, for a translator that found a code
  /// in the body which it does not know.
  static ErrorType typeOf(int status) {
    return StatusFailures.typeOf(status);
  }

  /// A successful answer whose body is not JSON is `server_error/UNREADABLE_ANSWER`; an empty body
  /// is fine. Inside the chain, so that such an answer is asked for again.
  static FailureTranslator unreadableJson(String system) {
    return new UnreadableJson(system);
  }
}
