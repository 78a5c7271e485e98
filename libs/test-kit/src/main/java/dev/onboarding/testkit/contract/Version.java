package dev.onboarding.testkit.contract;

import dev.onboarding.testkit.contract.Change.Kind;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A semantic version. Before 1.0.0 the second number says what the first says afterwards.
public record Version(int major, int minor, int patch) implements Comparable<Version> {

  private static final Pattern FORM = Pattern.compile("(\\d+)\\.(\\d+)\\.(\\d+)");

  /// @throws IllegalArgumentException when the text has not three numbers
  public static Version of(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw new IllegalArgumentException("'%s' is no version: give 1.2.3".formatted(text));
    }
    return new Version(
        Integer.parseInt(form.group(1)),
        Integer.parseInt(form.group(2)),
        Integer.parseInt(form.group(3)));
  }

  /// The lowest version under which a contract that changed in this way may be given out.
  Version next(Kind kind) {
    boolean young = major == 0;
    return switch (kind) {
      case WORDING -> new Version(major, minor, patch + 1);
      case COMPATIBLE ->
          young ? new Version(major, minor, patch + 1) : new Version(major, minor + 1, 0);
      case BREAKING -> young ? new Version(major, minor + 1, 0) : new Version(major + 1, 0, 0);
    };
  }

  @Override
  public int compareTo(Version other) {
    return Comparator.comparingInt(Version::major)
        .thenComparingInt(Version::minor)
        .thenComparingInt(Version::patch)
        .compare(this, other);
  }

  @Override
  public String toString() {
    return "%d.%d.%d".formatted(major, minor, patch);
  }
}
