package dev.onboarding.edge.audit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Keeps what identifies records and hides what might describe people or be a secret: an allow-list
/// of names.
final class ArgumentMask {

  private static final String HIDDEN = "***";
  private static final Pattern SHOWN =
      Pattern.compile(
          "(.*_)?(id|ids|key|number|date|today|tier|status|owner|environment|code|limit|cursor|mode|time_zone|since|as_of)");

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._:/+-]{1,100}");

  private ArgumentMask() {}

  static Map<String, Object> masked(Map<String, Object> arguments) {
    Map<String, Object> masked = new LinkedHashMap<>();
    arguments.forEach((name, value) -> masked.put(name, masked(name, value)));
    return masked;
  }

  private static @Nullable Object masked(String name, @Nullable Object value) {
    return switch (value) {
      case Map<?, ?> object -> {
        Map<String, Object> masked = new LinkedHashMap<>();
        object.forEach(
            (key, inner) -> masked.put(String.valueOf(key), masked(String.valueOf(key), inner)));
        yield masked;
      }
      case List<?> list -> list.stream().map(element -> masked(name, element)).toList();
      case String text -> shows(name, text) ? text : HIDDEN;
      case null -> null;
      default -> value;
    };
  }

  private static boolean shows(String name, String text) {
    return SHOWN.matcher(name).matches() && PLAIN.matcher(text).matches();
  }
}
