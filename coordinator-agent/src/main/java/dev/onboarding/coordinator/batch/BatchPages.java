package dev.onboarding.coordinator.batch;

import dev.onboarding.model.Failure;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Puts together what is shown of batches.
final class BatchPages {

  private final BatchStores stores;
  private final BatchResults results;

  BatchPages(BatchStores stores, BatchResults results) {
    this.stores = stores;
    this.results = results;
  }

  BatchView view(Batch batch) {
    Failure outage =
        batch.state() == BatchState.GATHERING
            ? stores.chunks().outage(batch.id()).orElse(null)
            : null;
    return BatchView.of(batch, Progress.of(results.counts(batch.id())), outage);
  }

  BatchView.Page page(@Nullable BatchId before, int size) {
    var batches = stores.batches().page(before, size);
    return new BatchView.Page(
        batches.stream().map(this::view).toList(),
        batches.size() < size ? null : batches.getLast().id().toString());
  }

  Optional<BatchView.Detail> detail(BatchId id, @Nullable ItemState state, int after, int size) {
    return stores
        .batches()
        .find(id)
        .map(batch -> {
          List<BatchResult> accounts = results.page(id, state, after, size);
          return new BatchView.Detail(
              view(batch), accounts, accounts.size() < size ? null : accounts.getLast().number());
        });
  }

  Optional<BatchReport> report(BatchId id) {
    return stores.batches().find(id).map(batch -> BatchReport.of(view(batch), results.all(id)));
  }
}
