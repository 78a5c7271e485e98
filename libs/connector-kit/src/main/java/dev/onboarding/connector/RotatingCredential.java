package dev.onboarding.connector;

import dev.onboarding.model.ErrorType;
import dev.onboarding.model.Failure;
import dev.onboarding.model.FailureException;
import dev.onboarding.model.secret.Rotating;
import dev.onboarding.model.secret.Secret;
import dev.onboarding.model.secret.SecretSource;
import dev.onboarding.model.secret.UnreadableSecretException;
import java.time.Clock;
import java.util.function.Function;
import java.util.function.Supplier;

/// What a system knows this server by, followed in its file while the server runs. One that was
/// never readable is a failure of the call that needs it, and names the variable to correct.
public final class RotatingCredential<T> {

  private final String system;
  private final String errorCode;
  private final String kind;
  private final Rotating<T> rotating;

  RotatingCredential(String system, String errorCode, String kind, Rotating<T> rotating) {
    this.system = system;
    this.errorCode = errorCode;
    this.kind = kind;
    this.rotating = rotating;
  }

  /// @param system the system's name as people read it
  public static RotatingCredential<Secret> secret(String system, SecretSource source, Clock clock) {
    return of(system, source.rotating(clock));
  }

  static <T> RotatingCredential<T> of(String system, Rotating<T> rotating) {
    return new RotatingCredential<>(system, "SECRET_UNREADABLE", "secret", rotating);
  }

  /// @throws FailureException of type authentication, naming the variable
  public T current() {
    return readable(rotating::current);
  }

  /// See [Rotating#reread].
  ///
  /// @throws FailureException of type authentication, naming the variable
  public T reread() {
    return readable(rotating::reread);
  }

  /// Shows it to the system; when it is refused and the file holds another one by then, that one.
  ///
  /// @throws FailureException of type authentication, naming the variable; or the system's own
  public <R> R present(Function<? super T, ? extends R> attempt) {
    return readable(() -> rotating.<R>present(attempt));
  }

  private <R> R readable(Supplier<R> reading) {
    try {
      return reading.get();
    } catch (UnreadableSecretException e) {
      throw new FailureException(
          new Failure(
              ErrorType.AUTHENTICATION,
              errorCode,
              null,
              "%s cannot be asked: %s gives no usable %s, %s."
                  .formatted(system, e.variable(), kind, e.reason()),
              "Correct " + e.variable() + ".",
              ErrorType.AUTHENTICATION.owner()),
          null,
          e);
    }
  }
}
