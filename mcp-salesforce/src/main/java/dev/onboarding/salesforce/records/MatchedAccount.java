package dev.onboarding.salesforce.records;

import dev.onboarding.salesforce.org.Row;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which of the rows found for one reference is the account. Living accounts hide deleted ones of
/// the same key; of several deleted ones the last changed speaks; several living ones are no
/// answer.
///
/// @param matching how many accounts the reference could mean
/// @param account null when there is none, or more than one
public record MatchedAccount(int matching, @Nullable Row account) {

  public static MatchedAccount among(List<Row> rows) {
    List<Row> living = rows.stream().filter(row -> !row.flag("IsDeleted")).toList();
    if (living.size() == 1) {
      return new MatchedAccount(1, living.getFirst());
    }
    return living.isEmpty() ? lastDeleted(rows) : new MatchedAccount(living.size(), null);
  }

  private static MatchedAccount lastDeleted(List<Row> deleted) {
    return deleted.stream()
        .max(Comparator.comparing(MatchedAccount::lastModified))
        .map(row -> new MatchedAccount(1, row))
        .orElse(new MatchedAccount(0, null));
  }

  private static Instant lastModified(Row row) {
    Instant moment = row.moment("LastModifiedDate");
    return moment == null ? Instant.EPOCH : moment;
  }
}
