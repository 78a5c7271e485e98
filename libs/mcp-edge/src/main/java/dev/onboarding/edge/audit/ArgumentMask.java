package dev.onboarding.edge.audit;

import dev.onboarding.model.AccountReference;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Keeps what identifies records and hides what might describe people or be a secret: an allow-list
/// of names. A key of a repeatable call is kept as a digest, because who holds it may repeat the
/// call.
final class ArgumentMask {

  private static final String HIDDEN = "***";
  private static final String IDEMPOTENCY_KEY = "idempotency_key";
  private static final Pattern SHOWN =
      Pattern.compile(
          "(.*_)?(id|ids|key|number|date|today|tier|status|owner|environment|code|limit|cursor|mode|time_zone|since|as_of)");

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._:/+-]{1,100}");
  private static final Pattern ACCOUNT = Pattern.compile("account_(id|ids|key)");

  private final SortedSet<String> accounts = new TreeSet<>();
  private boolean hides;

  private ArgumentMask() {}

  /// What is kept of arguments.
  ///
  /// @param sealedBy the accounts by whose keys their digest is sealed, because something is
  ///   hidden; null when all of it is shown
  record Masked(Map<String, Object> arguments, @Nullable List<String> sealedBy) {}

  static Masked masked(Map<String, Object> arguments) {
    var mask = new ArgumentMask();
    var masked = mask.object(arguments);
    return new Masked(masked, mask.hides ? List.copyOf(mask.accounts) : null);
  }

  private Map<String, Object> object(Map<?, ?> object) {
    Map<String, Object> masked = new LinkedHashMap<>();
    object.forEach((key, value) -> masked.put(name(key), masked(String.valueOf(key), value)));
    return masked;
  }

  private String name(Object key) {
    String name = String.valueOf(key);
    return PLAIN.matcher(name).matches() ? name : hidden();
  }

  private @Nullable Object masked(String name, @Nullable Object value) {
    return switch (value) {
      case Map<?, ?> object -> object(object);
      case List<?> list -> list.stream().map(element -> masked(name, element)).toList();
      case String text -> text(name, text);
      case null -> null;
      default -> value;
    };
  }

  private String text(String name, String text) {
    if (name.equals(IDEMPOTENCY_KEY)) {
      return Digests.sha256(text);
    }
    if (!SHOWN.matcher(name).matches() || !PLAIN.matcher(text).matches()) {
      return hidden();
    }
    if (ACCOUNT.matcher(name).matches()) {
      account(text);
    }
    return text;
  }

  private void account(String text) {
    try {
      accounts.add(new AccountReference(text).value());
    } catch (IllegalArgumentException notOne) {
      // Whatever it names, no erasure will ask for it.
      return;
    }
  }

  private String hidden() {
    hides = true;
    return HIDDEN;
  }
}
