package dev.onboarding.allinone.bench;

import dev.onboarding.adviser.MaskingSample;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// What one prompt costs beside asking: masking, validating the answer, and what may be shown of
/// it.
///
/// Counted in processor time of this thread, which does not grow when others use the machine. Held
/// against one plain search for a word through a text of the same length, done in the same round.
final class Masking implements BareMeasurement {

  private static final int WARM_UP = 2_000;
  private static final int TIMES = 500;
  private static final double GOAL_MILLIS = 2;
  private static final Pattern WORD = Pattern.compile("\\b\\p{L}+\\b");

  @Override
  public String name() {
    return "masking";
  }

  @Override
  public List<Figure> figures(int rounds) {
    var sample = new MaskingSample();
    String text = "word ".repeat(sample.characters() / 5);
    millis(WARM_UP, sample::once);
    millis(WARM_UP, () -> words(text));
    List<Double> masking = new ArrayList<>();
    List<Double> reference = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      masking.add(millis(TIMES, sample::once));
      reference.add(millis(TIMES, () -> words(text)));
    }
    double one = Numbers.median(masking);
    double plain = Numbers.median(reference);
    double worst = Numbers.percentile(masking, 1);
    return List.of(
        new Figure(
            "masking and validation of one prompt (%,d characters)".formatted(sample.characters()),
            thousandths(one) + " ms, worst round " + thousandths(worst),
            thousandths(plain) + " ms to find the words of such a text",
            Numbers.tenths(one / plain),
            "< 2 ms",
            one < GOAL_MILLIS));
  }

  private static double millis(int times, Runnable work) {
    var threads = ManagementFactory.getThreadMXBean();
    long begun = threads.getCurrentThreadCpuTime();
    for (int time = 0; time < times; time++) {
      work.run();
    }
    return (threads.getCurrentThreadCpuTime() - begun) / 1e6 / times;
  }

  private static long words(String text) {
    return WORD.matcher(text).results().count();
  }

  private static String thousandths(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }
}
