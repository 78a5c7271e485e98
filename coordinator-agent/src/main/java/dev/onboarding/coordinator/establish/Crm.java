package dev.onboarding.coordinator.establish;

import dev.onboarding.model.Money;
import dev.onboarding.model.finding.Evidence;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How single values of the CRM are read: empty text is absent, ids compare in either length, and
/// an amount without a known currency is no amount.
final class Crm {

  private static final int SIGNIFICANT = 15;
  private static final int MOST_DIGITS = 16;

  private Crm() {}

  static @Nullable String text(@Nullable String value) {
    return value == null || value.isBlank() ? null : value.strip();
  }

  static boolean isTrue(@Nullable Boolean flag) {
    return Boolean.TRUE.equals(flag);
  }

  /// The 18-character form only adds a checksum to the 15-character one.
  static boolean sameId(@Nullable String one, @Nullable String other) {
    return one != null && other != null && significant(one).equals(significant(other));
  }

  private static String significant(String id) {
    return id.length() == SIGNIFICANT + 3 ? id.substring(0, SIGNIFICANT) : id;
  }

  static Optional<Money> money(@Nullable BigDecimal amount, @Nullable String currency) {
    if (amount == null || currency == null || amount.precision() - amount.scale() > MOST_DIGITS) {
      return Optional.empty();
    }
    try {
      return Optional.of(new Money(amount, currency));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /// The same reading, narrowed to one record of it.
  static Evidence about(Evidence evidence, String record) {
    return new Evidence(
        evidence.system(),
        record,
        evidence.tool(),
        evidence.call(),
        evidence.readAt(),
        evidence.digest());
  }

  static String orUnknown(@Nullable String value) {
    return value == null ? "(not given)" : value;
  }
}
