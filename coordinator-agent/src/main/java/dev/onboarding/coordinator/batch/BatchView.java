package dev.onboarding.coordinator.batch;

import dev.onboarding.coordinator.run.Mode;
import dev.onboarding.model.Failure;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A batch as people see it.
///
/// @param limit how many deals were asked for at most
/// @param leftOut accounts that were found beyond what may be taken
/// @param failure why the search stopped, or what the batch is waiting out
record BatchView(
    String batchId,
    String source,
    String correlationId,
    @Nullable String requestedBy,
    Mode mode,
    @Nullable LocalDate wonSince,
    @Nullable Integer limit,
    Standing state,
    Progress progress,
    int leftOut,
    @Nullable Failure failure,
    Instant createdAt,
    Instant updatedAt,
    URI location,
    URI report) {

  /// Where a batch stands, its runs included.
  enum Standing {
    FINDING,
    GATHERING,
    JUDGING,
    DONE,
    FAILED
  }

  static BatchView of(Batch batch, Progress progress, @Nullable Failure outage) {
    var location = URI.create("/api/batches/" + batch.id());
    return new BatchView(
        batch.id().toString(),
        batch.source(),
        batch.correlationId(),
        batch.requestedBy(),
        batch.mode(),
        batch.wonSince(),
        batch.most(),
        standing(batch, progress),
        progress,
        batch.leftOut(),
        batch.failure() == null ? outage : batch.failure(),
        batch.createdAt(),
        batch.updatedAt(),
        location,
        URI.create(location + "/report.html"));
  }

  private static Standing standing(Batch batch, Progress progress) {
    return switch (batch.state()) {
      case FINDING -> Standing.FINDING;
      case GATHERING -> Standing.GATHERING;
      case GATHERED -> progress.isOver() ? Standing.DONE : Standing.JUDGING;
      case FAILED -> Standing.FAILED;
    };
  }

  /// Batches, newest first.
  ///
  /// @param next give it as `before` to get the next page; null on the last one
  record Page(List<BatchView> batches, @Nullable String next) {}

  /// A batch with some of its accounts.
  ///
  /// @param next give it as `after` to get the next page; null on the last one
  record Detail(BatchView batch, List<BatchResult> accounts, @Nullable Integer next) {}
}
