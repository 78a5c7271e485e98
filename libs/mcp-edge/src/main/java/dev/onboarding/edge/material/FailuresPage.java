package dev.onboarding.edge.material;

import dev.onboarding.model.ErrorType;
import io.modelcontextprotocol.server.McpStatelessServerFeatures.SyncResourceSpecification;

/// What a failure of a tool says, who repairs it, and whether to call again: the same for every
/// server, written from the failures themselves.
public final class FailuresPage {

  private static final String HEAD =
      """
      # How tools fail

      A call that fails is answered with `isError` and six fields: `error_type`, `error_code`, `http_status`, `message`,
      `resolution`, `owner`. Tell people `message`, `resolution` and `owner`. An outage never means that something is
      absent: absence is an answer, without a failure.

      | error_type | repaired by | what repairs it | calling again later may help |
      |---|---|---|---|
      """;

  private static final String TAIL =
      """

      `indeterminate` means that a write may have happened: look it up before repeating it, and repeat it with the same
      idempotency key.
      """;

  private FailuresPage() {}

  public static SyncResourceSpecification resource() {
    return new TextResource(
            "onboarding://failures",
            "failures",
            "How tools fail",
            "What each kind of failure means, who repairs it, and whether calling again may help.",
            "text/markdown")
        .saying(FailuresPage::text);
  }

  static String text() {
    var page = new StringBuilder(HEAD);
    for (ErrorType type : ErrorType.values()) {
      page.append(
          "| `%s` | %s | %s | %s |\n"
              .formatted(
                  type, type.owner(), type.resolution(), type.passesByItself() ? "yes" : "no"));
    }
    return page.append(TAIL).toString();
  }
}
