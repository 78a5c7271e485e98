package dev.onboarding.provisioning.broker;

import dev.onboarding.model.CallContext;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// The headers every request to a broker carries: the version spoken, and on whose behalf it is
/// made.
final class BrokerHeaders {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private BrokerHeaders() {}

  static Map<String, String> current() {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("X-Broker-API-Version", "2.17");
    CallContext context = CallContext.current();
    if (context.run() != null) {
      Map<String, String> identity = new LinkedHashMap<>();
      identity.put("run", context.run());
      if (context.caller() != null) {
        identity.put("caller", context.caller());
      }
      headers.put("X-Broker-API-Originating-Identity", "onboarding " + encoded(identity));
    }
    return headers;
  }

  private static String encoded(Map<String, String> identity) {
    byte[] text = JSON.writeValueAsString(identity).getBytes(StandardCharsets.UTF_8);
    return Base64.getEncoder().encodeToString(text);
  }
}
