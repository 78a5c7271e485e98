package dev.onboarding.coordinator.batch;

import dev.onboarding.coordinator.run.RunId;
import dev.onboarding.model.Failure;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// One account of a batch.
///
/// @param number its place in the batch, from 1
/// @param accountKey as it was given or found
/// @param accountId Salesforce id, once it is known
/// @param wonOn close date of the deal by which it was found
/// @param why in words, where there is no run of this batch
record BatchItem(
    int number,
    String accountKey,
    @Nullable String accountId,
    @Nullable LocalDate wonOn,
    ItemState state,
    @Nullable RunId run,
    @Nullable String why,
    @Nullable Failure failure) {

  static BatchItem given(int number, String account) {
    return new BatchItem(number, account, null, null, ItemState.WAITING, null, null, null);
  }

  BatchItem failed(Failure failure) {
    return new BatchItem(
        number, accountKey, accountId, wonOn, ItemState.FAILED, null, failure.message(), failure);
  }

  BatchItem with(ItemState state, @Nullable String accountId, RunId run, @Nullable String why) {
    return new BatchItem(number, accountKey, accountId, wonOn, state, run, why, null);
  }
}
