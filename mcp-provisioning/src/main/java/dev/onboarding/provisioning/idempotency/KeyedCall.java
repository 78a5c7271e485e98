package dev.onboarding.provisioning.idempotency;

import dev.onboarding.model.Failure;
import dev.onboarding.model.FailureException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One writing call under its key, with everything it asks for.
///
/// @param arguments a record of what distinguishes this call from another; compared by its JSON
public record KeyedCall(String tool, String key, Object arguments) {

  private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,200}");

  public static KeyedCall of(String tool, @Nullable String key, Object arguments) {
    if (key == null || !KEY.matcher(key).matches()) {
      throw new FailureException(
          Failure.invalid(
              "IDEMPOTENCY_KEY_INVALID",
              "idempotency_key is missing or malformed: give 1 to 200 visible ASCII characters without spaces"));
    }
    return new KeyedCall(tool, key, arguments);
  }
}
