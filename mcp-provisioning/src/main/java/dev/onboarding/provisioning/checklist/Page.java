package dev.onboarding.provisioning.checklist;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.onboarding.model.Failure;
import dev.onboarding.model.FailureException;
import dev.onboarding.provisioning.tenant.GivenText;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which part of a list is asked for: at most so many, after a mark that an earlier answer gave.
///
/// @param after the sort keys of the last one seen; empty at the beginning
record Page(List<String> after, int limit) {

  private static final int USUAL = 50;
  private static final int LARGEST = 200;
  private static final String BETWEEN = "\n";

  /// @param keys how many sort keys the list has
  static Page of(@Nullable String cursor, @Nullable Integer limit, int keys) {
    int size = limit == null ? USUAL : limit;
    if (size < 1 || size > LARGEST) {
      throw new FailureException(
          Failure.invalid("INVALID_LIMIT", "limit %d is not 1 to %d".formatted(size, LARGEST)));
    }
    return new Page(cursor == null ? List.of() : keysOf(cursor, keys), size);
  }

  boolean isFirst() {
    return after.isEmpty();
  }

  static String cursor(Object... keys) {
    String text =
        String.join(BETWEEN, java.util.Arrays.stream(keys).map(Object::toString).toList());
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
  }

  static FailureException invalidCursor() {
    return new FailureException(
        Failure.invalid(
            "INVALID_CURSOR", "cursor is not one that next_cursor gave: repeat it as it was"));
  }

  private static List<String> keysOf(String cursor, int keys) {
    try {
      String text = new String(Base64.getUrlDecoder().decode(cursor), UTF_8);
      List<String> parts = List.of(text.split(BETWEEN, -1));
      if (parts.size() == keys && GivenText.isStorable(text)) {
        return parts;
      }
    } catch (IllegalArgumentException _) {
      // falls through to the refusal
    }
    throw invalidCursor();
  }
}
