package dev.onboarding.allinone.bench;

import java.util.List;
import java.util.Locale;

/// How figures are condensed and written.
final class Numbers {

  private Numbers() {}

  static double median(List<Double> values) {
    return percentile(values, 0.5);
  }

  /// The smallest value that is not below the given share of all.
  static double percentile(List<Double> values, double share) {
    List<Double> ascending = values.stream().sorted().toList();
    int index = (int) Math.ceil(share * ascending.size()) - 1;
    return ascending.get(Math.max(0, index));
  }

  static String tenths(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }

  static String hundredths(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }
}
