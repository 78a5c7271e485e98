package dev.onboarding.coordinator.run;

import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.TransactionUsageException;

/// Tells failures of our own store that pass by themselves from those that would come again for
/// ever, as a text that cannot be stored does.
public final class StoreFailures {

  /// Connection, serialization and deadlock, resources, stopped by an operator, input and output.
  private static final Set<String> PASSING_CLASSES = Set.of("08", "40", "53", "57", "58");

  private static final String LOCK_NOT_AVAILABLE = "55P03";

  private StoreFailures() {}

  static boolean isOne(RuntimeException failure) {
    return failure instanceof DataAccessException || failure instanceof TransactionException;
  }

  public static boolean passByThemselves(RuntimeException failure) {
    return sqlCause(failure).map(StoreFailures::passes).orElseGet(() -> isOfAPassingKind(failure));
  }

  /// Names the kind of failure and nothing of what was to be stored.
  static String sqlState(RuntimeException failure) {
    return sqlCause(failure).map(SQLException::getSQLState).orElse("unknown");
  }

  private static boolean passes(SQLException cause) {
    var state = cause.getSQLState();
    if (state == null || state.length() != 5) {
      return cause instanceof SQLTransientException || cause instanceof SQLRecoverableException;
    }
    return PASSING_CLASSES.contains(state.substring(0, 2)) || state.equals(LOCK_NOT_AVAILABLE);
  }

  private static boolean isOfAPassingKind(RuntimeException failure) {
    return switch (failure) {
      case TransientDataAccessException passing -> true;
      case RecoverableDataAccessException passing -> true;
      case DataAccessResourceFailureException passing -> true;
      case TransactionUsageException misuse -> false;
      case TransactionException passing -> true;
      default -> false;
    };
  }

  private static Optional<SQLException> sqlCause(RuntimeException failure) {
    @Nullable Throwable cause = failure;
    while (cause != null) {
      if (cause instanceof SQLException sql) {
        return Optional.of(sql);
      }
      cause = cause.getCause();
    }
    return Optional.empty();
  }
}
