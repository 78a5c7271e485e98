package dev.onboarding.coordinator.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.TransactionSystemException;

class StoreFailuresTests {

  @ParameterizedTest
  @CsvSource({
    "08006, true",
    "40001, true",
    "40P01, true",
    "53300, true",
    "55P03, true",
    "57014, true",
    "57P01, true",
    "58030, true",
    "22021, false",
    "22P05, false",
    "22001, false",
    "23505, false",
    "42601, false",
    "54000, false",
    "55006, false"
  })
  void passByThemselvesByWhatTheDatabaseSaid(String state, boolean passes) {
    var said = new SQLException("It was said", state);

    assertThat(StoreFailures.passByThemselves(new UncategorizedSQLException("work", null, said)))
        .isEqualTo(passes);
    assertThat(StoreFailures.passByThemselves(new TransactionSystemException("commit", said)))
        .isEqualTo(passes);
  }

  static Stream<RuntimeException> passing() {
    return Stream.of(
        new CannotAcquireLockException("It was locked"),
        new QueryTimeoutException("It took too long"),
        new DataAccessResourceFailureException("It is gone"),
        new CannotCreateTransactionException(
            "No connection", new SQLTransientConnectionException("The pool is exhausted")),
        new TransactionSystemException("The commit was lost"));
  }

  @ParameterizedTest
  @MethodSource("passing")
  void passByThemselvesByTheirKind(RuntimeException failure) {
    assertThat(StoreFailures.passByThemselves(failure)).isTrue();
    assertThat(StoreFailures.isOne(failure)).isTrue();
  }

  static Stream<RuntimeException> lasting() {
    return Stream.of(
        new DataIntegrityViolationException("It does not fit"),
        new EmptyResultDataAccessException(1),
        new IllegalTransactionStateException("There is none"));
  }

  @ParameterizedTest
  @MethodSource("lasting")
  void lastByTheirKind(RuntimeException failure) {
    assertThat(StoreFailures.passByThemselves(failure)).isFalse();
    assertThat(StoreFailures.isOne(failure)).isTrue();
  }

  @Test
  void areNoneOfSomethingElse() {
    var defect = new IllegalStateException("A defect");

    assertThat(StoreFailures.isOne(defect)).isFalse();
    assertThat(StoreFailures.passByThemselves(defect)).isFalse();
  }
}
