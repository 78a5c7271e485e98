package dev.onboarding.edge.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GatheredTests {

  private final List<List<Integer>> commits = new CopyOnWriteArrayList<>();
  private final CountDownLatch open = new CountDownLatch(1);
  private final Gathered<Integer> rows =
      new Gathered<>(this::together, number -> together(List.of(number)));

  @Test
  void hasWrittenARowWhenItReturns() {
    open.countDown();

    rows.write(7);

    assertThat(commits).containsExactly(List.of(7));
  }

  @Test
  void writesEveryRowOfManyCallersOnceBeforeItsCallerGoesOn() throws Exception {
    var unwritten = new CopyOnWriteArrayList<Integer>();
    inParallel(
        IntStream.range(0, 500)
            .<Callable<Void>>mapToObj(number ->
                () -> {
                  rows.write(number);
                  if (written().noneMatch(each -> each == number)) {
                    unwritten.add(number);
                  }
                  return null;
                })
            .toList());

    assertThat(unwritten).isEmpty();
    assertThat(written().sorted().toList()).isEqualTo(IntStream.range(0, 500).boxed().toList());
    assertThat(commits).hasSizeLessThan(400).allMatch(commit -> commit.size() <= 100);
  }

  @Test
  void failsOnlyForTheRowThatCannotBeWritten() throws Exception {
    List<Callable<Void>> work = new ArrayList<>();
    IntStream.range(0, 100)
        .forEach(number ->
            work.add(() -> {
              rows.write(number);
              return null;
            }));
    work.add(
        50,
        () -> {
          assertThatThrownBy(() -> rows.write(-1)).hasMessage("negative");
          return null;
        });

    inParallel(work);

    assertThat(written().toList()).hasSize(100);
  }

  @Test
  void tellsItsCallersWhenSomethingBreaksWhileTheyWait() {
    open.countDown();
    var broken =
        new Gathered<Integer>(
            all -> {
              throw new StackOverflowError();
            },
            one -> {});

    assertThatThrownBy(() -> broken.write(1)).isInstanceOf(StackOverflowError.class);
    assertThatThrownBy(() -> broken.write(2)).isInstanceOf(StackOverflowError.class);
  }

  private java.util.stream.Stream<Integer> written() {
    return commits.stream().flatMap(List::stream);
  }

  private void together(List<Integer> numbers) {
    try {
      open.await();
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
    if (numbers.contains(-1)) {
      throw new IllegalArgumentException("negative");
    }
    commits.add(List.copyOf(numbers));
  }

  private void inParallel(List<Callable<Void>> work) throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var running = work.stream().map(threads::submit).toList();
      open.countDown();
      for (Future<Void> each : running) {
        each.get();
      }
    }
  }
}
