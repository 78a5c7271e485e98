package dev.onboarding.sandbox.story;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;

/// A story as it stands now, with the ids that its account bears in every system.
///
/// @param ordinal unique among the accounts, and lasting
/// @param changed when the story was last told differently
public record Told(Story story, int ordinal, Instant changed) {

  public String key() {
    return story.key();
  }

  public String accountId() {
    return SalesforceId.of("001", story.key(), 0);
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
    return 1_000 + ordinal * 10L + index;
  }

  public long transactionId(int index) {
    return 1_000_000 + ordinal * 100L + index;
  }

  public String invoiceNumber(int index) {
    String number = story.invoices().get(index).number();
    return number != null
        ? number
        : "INV-" + story.key() + (index == 0 ? "" : "-" + (index + 1));
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
