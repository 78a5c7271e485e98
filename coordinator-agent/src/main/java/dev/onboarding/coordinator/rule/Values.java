package dev.onboarding.coordinator.rule;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The values of one fact that a condition can tell apart: each constant it is compared with, one
/// value in every gap between them, absence, and what is no number.
///
/// @param examples null stands for absence
record Values(String name, List<@Nullable Object> examples) {

  private static final Predicate<@Nullable Object> IS_ABSENT = value -> value == null;

  /// @param constants all that the fact is compared with, of its own type
  static Values of(FactEntry fact, Collection<Object> constants) {
    List<@Nullable Object> examples = new ArrayList<>();
    if (fact.nullable()) {
      examples.add(null);
    }
    switch (fact.type()) {
      case BOOL -> examples.addAll(List.of(true, false));
      case INT -> examples.addAll(whole(constants));
      case DOUBLE -> {
        examples.add(Double.NaN);
        examples.addAll(fractions(constants));
      }
      case STRING -> {
        List<Object> all = new ArrayList<>(constants);
        all.addAll(fact.values());
        examples.addAll(texts(all));
      }
    }
    return new Values(fact.name(), examples);
  }

  BitSet where(Predicate<@Nullable Object> condition) {
    BitSet where = new BitSet();
    for (int i = 0; i < examples.size(); i++) {
      if (condition.test(examples.get(i))) {
        where.set(i);
      }
    }
    return where;
  }

  BitSet absent() {
    return where(IS_ABSENT);
  }

  BitSet present() {
    return where(IS_ABSENT.negate());
  }

  private static Collection<Object> whole(Collection<Object> constants) {
    TreeSet<Object> all = new TreeSet<>();
    all.add(0L);
    for (Object constant : constants) {
      long number = (Long) constant;
      all.add(number);
      all.add(number == Long.MIN_VALUE ? number : number - 1);
      all.add(number == Long.MAX_VALUE ? number : number + 1);
    }
    return all;
  }

  private static Collection<Object> fractions(Collection<Object> constants) {
    TreeSet<Object> all = new TreeSet<>();
    all.add(0.0);
    for (Object constant : constants) {
      double number = (Double) constant;
      all.add(number);
      all.add(Math.nextDown(number));
      all.add(Math.nextUp(number));
    }
    return all;
  }

  /// The next text after one is that with the least character behind it; before the first is the
  /// empty one.
  private static Collection<Object> texts(Collection<Object> constants) {
    TreeSet<Object> all = new TreeSet<>();
    all.add("");
    for (Object constant : constants) {
      all.add(constant);
      all.add(constant + "\0");
    }
    return all;
  }
}
