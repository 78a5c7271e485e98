package dev.onboarding.allinone.client;

import dev.onboarding.edge.EdgeJson;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// A trigger as the CRM sends it: JSON, signed over its exact bytes.
///
/// @param body what is sent
/// @param signature value of the header `X-Onboarding-Signature`
public record Webhook(String body, String signature) {

  public static final String SOURCE = "salesforce";

  public static Webhook signed(String accountId, String eventId, String secret, Clock clock) {
    Map<String, String> event = new LinkedHashMap<>();
    event.put("source", SOURCE);
    event.put("event_id", eventId);
    event.put("correlation_id", eventId);
    event.put("account_id", accountId);
    event.put("timestamp", clock.instant().toString());
    String body = EdgeJson.mapper().writeValueAsString(event);
    return new Webhook(body, "sha256=" + hmac(body, secret));
  }

  private static String hmac(String body, String secret) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
