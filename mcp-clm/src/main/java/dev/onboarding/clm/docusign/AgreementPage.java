package dev.onboarding.clm.docusign;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One page of a list of agreements.
record AgreementPage(@Nullable List<Agreement> data, @Nullable Metadata responseMetadata) {

  /// The token of the next page; null on the last.
  @Nullable String next() {
    String token = responseMetadata == null ? null : responseMetadata.pageTokenNext();
    return token == null || token.isBlank() ? null : token;
  }

  /// What the repository says about the answer.
  record Metadata(@Nullable String pageTokenNext) {}
}
