package dev.onboarding.coordinator.docusign;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.onboarding.coordinator.RunningCoordinator;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/// Events as DocuSign Connect writes and signs them.
final class Connect {

  private Connect() {}

  static String event(String name, String envelope, String status, String account) {
    return event(name, envelope, status, account, "0");
  }

  static String event(String name, String envelope, String status, String account, String retry) {
    return RunningCoordinator.json(
        Map.of(
            "event",
            name,
            "apiVersion",
            "v2.1",
            "uri",
            "/restapi/v2.1/accounts/x/envelopes/" + envelope,
            "retryCount",
            Integer.parseInt(retry),
            "configurationId",
            12_345,
            "generatedDateTime",
            "2026-01-31T10:00:0" + retry + ".000Z",
            "somethingNew",
            Map.of("more", true),
            "data",
            Map.of(
                "accountId",
                "22222222-2222-4222-8222-222222222222",
                "recipientId",
                "1",
                "envelopeId",
                envelope,
                "envelopeSummary",
                Map.of(
                    "status",
                    status,
                    "lastModifiedDateTime",
                    "2026-01-31T09:59:59.0000000Z",
                    "customFields",
                    Map.of(
                        "textCustomFields",
                        List.of(Map.of("name", "crmAccountId", "value", account)))))));
  }

  static String signature(String body, String key) {
    return Base64.getEncoder()
        .encodeToString(HexFormat.of().parseHex(RunningCoordinator.hmac(body, key)));
  }

  static byte[] bytes(String body) {
    return body.getBytes(UTF_8);
  }
}
