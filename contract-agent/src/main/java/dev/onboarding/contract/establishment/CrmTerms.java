package dev.onboarding.contract.establishment;

import dev.onboarding.model.AccountContext;
import dev.onboarding.model.AccountContext.CrmContract;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the CRM says of the contract that the deal names; nothing where it names none.
///
/// @param status the code, or the label where the CRM gives no code
record CrmTerms(@Nullable String status, @Nullable LocalDate start, @Nullable LocalDate end) {

  private static final String TERMINATED = "Terminated";
  private static final String EXPIRED = "Expired";

  static CrmTerms of(AccountContext account) {
    CrmContract contract = account.contract();
    return contract == null
        ? new CrmTerms(null, null, null)
        : new CrmTerms(statusOf(contract), contract.startDate(), contract.endDate());
  }

  /// The two words that end a contract are told in whatever case the CRM writes them.
  private static @Nullable String statusOf(CrmContract contract) {
    String said =
        Stream.of(contract.statusCode(), contract.status())
            .filter(Objects::nonNull)
            .map(String::strip)
            .filter(text -> !text.isEmpty())
            .findFirst()
            .orElse(null);
    return Stream.of(TERMINATED, EXPIRED)
        .filter(word -> word.equalsIgnoreCase(said))
        .findFirst()
        .orElse(said);
  }

  boolean terminated() {
    return TERMINATED.equals(status);
  }

  @Nullable String sourceOf(@Nullable LocalDate day) {
    return day == null ? null : "crm";
  }

  /// A clause for people where the CRM says that the contract is over.
  String said() {
    return status != null && List.of(TERMINATED, EXPIRED).contains(status)
        ? "; the CRM says that it is " + status.toLowerCase(java.util.Locale.ROOT)
        : "";
  }
}
