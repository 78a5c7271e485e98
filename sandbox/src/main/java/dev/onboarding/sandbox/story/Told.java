package dev.onboarding.sandbox.story;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A story as it stands now, with the ids that its account bears in every system.
///
/// @param ordinal unique among the accounts, and lasting
/// @param changed when the story was last told
/// @param retold true when it was told by a caller, not by the file: its rows are modified just now
public record Told(Story story, int ordinal, Instant changed, boolean retold) {

  public String key() {
    return story.key();
  }

  public String accountId() {
    return accountId(story.key());
  }

  public static String accountId(String key) {
    return SalesforceId.of("001", key, 0);
  }

  /// When a record of this account was last modified, which does not move with the clock.
  public Instant modified(When written) {
    return retold ? changed : written.instant(Clock.fixed(changed, ZoneOffset.UTC));
  }

  public String ownerId() {
    return SalesforceId.of("005", story.key(), 0);
  }

  public String managerId() {
    return SalesforceId.of("005", story.key(), 1);
  }

  public String opportunityId(int index) {
    return SalesforceId.of("006", story.key(), index);
  }

  public String contractId(int index) {
    return SalesforceId.of("800", story.key(), index);
  }

  public UUID envelopeId(int index) {
    return Uuids.of("envelope", story.key(), index);
  }

  public UUID agreementId(int index) {
    return Uuids.of("agreement", story.key(), index);
  }

  public long customerId(int index) {
    return 100_000 + ordinal * 10L + index;
  }

  public long transactionId(int index) {
    return 1_000_000 + ordinal * 1_000L + index;
  }

  public String invoiceNumber(int index) {
    String number = story.invoices().get(index).number();
    return number != null ? number : "INV-" + story.key() + (index == 0 ? "" : "-" + (index + 1));
  }

  /// The id of a deal that another record names; null when it names none of this account's.
  public @Nullable String namedOpportunity(@Nullable Integer index) {
    return index == null || index >= story.opportunities().size() ? null : opportunityId(index);
  }

  public @Nullable String namedContract(@Nullable Integer index) {
    return index == null || index >= story.contracts().size() ? null : contractId(index);
  }

  public @Nullable String namedEnvelope(@Nullable Integer index) {
    return index == null || index >= story.envelopes().size() ? null : envelopeId(index).toString();
  }

  public @Nullable String namedAgreement(@Nullable Integer index) {
    return index == null || index >= story.agreements().size()
        ? null
        : agreementId(index).toString();
  }

  /// Every word by which a request can name this account.
  public Set<String> identifiers() {
    var words = new LinkedHashSet<String>();
    words.add(story.key());
    addSalesforce(words, accountId());
    addSalesforce(words, ownerId());
    for (int i = 0; i < story.opportunities().size(); i++) {
      addSalesforce(words, opportunityId(i));
    }
    for (int i = 0; i < story.contracts().size(); i++) {
      addSalesforce(words, contractId(i));
    }
    for (int i = 0; i < story.envelopes().size(); i++) {
      words.add(envelopeId(i).toString());
    }
    for (int i = 0; i < story.agreements().size(); i++) {
      words.add(agreementId(i).toString());
    }
    for (int i = 0; i < story.customers().size(); i++) {
      words.add(Long.toString(customerId(i)));
    }
    for (int i = 0; i < story.invoices().size(); i++) {
      words.add(Long.toString(transactionId(i)));
      words.add(invoiceNumber(i));
    }
    return words;
  }

  private static void addSalesforce(Set<String> words, String id) {
    words.add(id);
    words.add(id.substring(0, 15));
  }
}
