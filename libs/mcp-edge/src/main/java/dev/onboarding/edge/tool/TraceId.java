package dev.onboarding.edge.tool;

import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The trace that a request belongs to, from the W3C trace context in its `_meta`.
final class TraceId {

  private static final String FIELD = "traceparent";
  private static final Pattern FORM =
      Pattern.compile("[0-9a-f]{2}-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}.*");

  private static final int FROM = 3;
  private static final int TO = 35;

  private TraceId() {}

  static @Nullable String of(@Nullable Map<String, Object> meta) {
    return meta != null
            && meta.get(FIELD) instanceof String parent
            && FORM.matcher(parent).matches()
        ? parent.substring(FROM, TO)
        : null;
  }
}
