package dev.onboarding.provisioning.broker;

import dev.onboarding.model.CallContext;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// The headers every request to a broker carries: the version spoken, and on whose behalf it is
/// made.
final class BrokerHeaders {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._:-]{1,128}");

  private BrokerHeaders() {}

  static Map<String, String> current() {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("X-Broker-API-Version", "2.17");
    CallContext context = CallContext.current();
    Map<String, String> identity = new LinkedHashMap<>();
    putPlain(identity, "run", context.run());
    putPlain(identity, "caller", context.caller());
    if (!identity.isEmpty()) {
      headers.put("X-Broker-API-Originating-Identity", "onboarding " + encoded(identity));
    }
    return headers;
  }

  /// Callers say of themselves who they are, so only what is surely a name goes on.
  private static void putPlain(Map<String, String> identity, String name, @Nullable String said) {
    if (said != null && PLAIN.matcher(said).matches()) {
      identity.put(name, said);
    }
  }

  private static String encoded(Map<String, String> identity) {
    byte[] text = JSON.writeValueAsString(identity).getBytes(StandardCharsets.UTF_8);
    return Base64.getEncoder().encodeToString(text);
  }
}
