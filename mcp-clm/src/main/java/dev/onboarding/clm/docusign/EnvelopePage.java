package dev.onboarding.clm.docusign;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One page of a list of envelopes.
record EnvelopePage(
    @Nullable List<Envelope> envelopes,
    @Nullable String resultSetSize,
    @Nullable String totalSetSize,
    @Nullable String nextUri) {

  /// Whether more follow after so many.
  boolean hasMoreAfter(int seen) {
    return isTotalKnown() ? seen < total() : nextUri != null && !nextUri.isBlank();
  }

  /// How many there are on all pages; 0 when the page does not say.
  int total() {
    return isTotalKnown() ? Integer.parseInt(String.valueOf(totalSetSize)) : 0;
  }

  private boolean isTotalKnown() {
    return totalSetSize != null && totalSetSize.matches("\\d{1,9}");
  }

  /// DocuSign leaves the list out when it is empty, and then says so in numbers.
  boolean isReadable() {
    return envelopes != null || "0".equals(resultSetSize) || "0".equals(totalSetSize);
  }
}
