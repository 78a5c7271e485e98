package dev.onboarding.coordinator.batch;

import dev.onboarding.coordinator.run.LaxerModeException;
import dev.onboarding.coordinator.run.Mode;
import dev.onboarding.model.AccountReference;
import dev.onboarding.model.Failure;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;

/// Accepts batches: the batch, its accounts and its executions are stored in one transaction, and
/// the same request again gives the same batch.
final class BatchDesk {

  private final BatchStores stores;
  private final BatchQueue queue;
  private final Supplier<UUID> ids;
  private final Mode configured;
  private final BatchSettings settings;

  BatchDesk(
      BatchStores stores,
      BatchQueue queue,
      Supplier<UUID> ids,
      Mode configured,
      BatchSettings settings) {
    this.stores = stores;
    this.queue = queue;
    this.ids = ids;
    this.configured = configured;
    this.settings = settings;
  }

  /// @param repeated whether it existed before
  record Started(Batch batch, boolean repeated) {}

  /// Whether the source has asked under this correlation id before.
  boolean isKnown(BatchRequest request) {
    return stores.batches().byCorrelation(request.source(), request.correlation()).isPresent();
  }

  /// @throws ConflictingBatchException when the correlation id is another request's
  /// @throws LaxerModeException when it asks for a laxer mode than the configured one
  Started start(BatchRequest request) {
    var mode = Objects.requireNonNullElse(request.mode(), configured);
    if (mode.isLaxerThan(configured)) {
      throw new LaxerModeException(mode, configured);
    }
    return stores.inTransaction(() -> store(request, mode));
  }

  private Started store(BatchRequest request, Mode mode) {
    var id = new BatchId(ids.get());
    var digest = digest(request);
    var state = request.wonSince() == null ? BatchState.GATHERING : BatchState.FINDING;
    boolean created = stores.batches().insert(id, request, digest, mode, state);
    var batch =
        stores.batches().byCorrelation(request.source(), request.correlation()).orElseThrow();
    if (!batch.requestDigest().equals(digest)) {
      throw new ConflictingBatchException(batch.id(), request.correlation());
    }
    if (created) {
      begin(batch, request);
    }
    return new Started(stores.batches().find(batch.id()).orElseThrow(), !created);
  }

  private void begin(Batch batch, BatchRequest request) {
    if (batch.wonSince() != null) {
      queue.find(batch.id());
      return;
    }
    var items = items(request.accounts());
    for (int from = 0; from < items.size(); from += settings.chunkSize()) {
      int chunk = from / settings.chunkSize();
      var part = items.subList(from, Math.min(items.size(), from + settings.chunkSize()));
      stores.items().add(batch.id(), part, chunk);
      if (part.stream().anyMatch(item -> item.state() == ItemState.WAITING)) {
        stores.chunks().add(batch.id(), chunk);
        queue.gather(batch.id(), chunk);
      }
    }
    stores.batches().gatheredIfComplete(batch.id());
  }

  /// What no account can be named by, or is named twice, fails alone.
  static List<BatchItem> items(List<String> accounts) {
    var first = new HashMap<String, Integer>();
    var items = new ArrayList<BatchItem>();
    for (var account : accounts) {
      items.add(item(items.size() + 1, account, first));
    }
    return items;
  }

  private static BatchItem item(int number, String account, Map<String, Integer> first) {
    try {
      var reference = new AccountReference(account);
      var item = BatchItem.given(number, reference.value());
      var before = first.putIfAbsent(reference.value(), number);
      return before == null ? item : item.failed(repeated(account, before));
    } catch (IllegalArgumentException malformed) {
      return BatchItem.given(number, storable(account))
          .failed(
              Failure.invalid(
                  "INVALID_ACCOUNT_ID", storable(String.valueOf(malformed.getMessage()))));
    }
  }

  static Failure repeated(String account, int before) {
    return Failure.invalid(
        "REPEATED_ACCOUNT",
        "'%s' is the account of row %d already: name each account once."
            .formatted(account, before));
  }

  /// The one character that no text of the database can hold, and no more text than one can read.
  private static String storable(String text) {
    var shown = text.replace((char) 0, '\ufffd');
    return shown.length() <= 200 ? shown : shown.substring(0, 200) + "…";
  }

  private static String digest(BatchRequest request) {
    var asked =
        "%s|%s|%s|%s"
            .formatted(request.accounts(), request.wonSince(), request.most(), request.mode());
    try {
      var sha256 = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha256.digest(asked.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException(missing);
    }
  }
}
