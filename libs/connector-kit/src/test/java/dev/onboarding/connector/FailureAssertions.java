package dev.onboarding.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.onboarding.model.ErrorType;
import dev.onboarding.model.FailureException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/// Asserts on what leaves the chain as a failure.
final class FailureAssertions {

  private FailureAssertions() {}

  static FailureException assertFails(ThrowingCallable call, ErrorType type, String code) {
    FailureException failed = catchThrowableOfType(FailureException.class, call);
    assertThat(failed).as("expected %s %s", type, code).isNotNull();
    assertThat(failed.failure().errorType()).isEqualTo(type);
    assertThat(failed.failure().errorCode()).isEqualTo(code);
    return failed;
  }
}
