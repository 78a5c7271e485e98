package dev.onboarding.sandbox.salesforce;

import dev.onboarding.sandbox.wire.Answer;
import dev.onboarding.sandbox.wire.Call;
import dev.onboarding.sandbox.wire.Json;
import dev.onboarding.sandbox.wire.Tokens;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// The client-credentials flow and the sessions it opens.
final class SalesforceLogin {

  private final SalesforceSettings settings;
  private final Clock clock;
  private final Tokens sessions;
  private final String org;
  private final String user;

  SalesforceLogin(SalesforceSettings settings, Clock clock, String org, String user) {
    this.settings = settings;
    this.clock = clock;
    this.sessions = new Tokens(clock, settings.session());
    this.org = org;
    this.user = user;
  }

  /// The client's name and secret may stand in the form or in a Basic header.
  Answer token(Call call) {
    Map<String, String> form = new LinkedHashMap<>(call.form());
    basic(call.header("authorization"), form);
    if (!"client_credentials".equals(form.get("grant_type"))) {
      return error("unsupported_grant_type", "grant type not supported");
    }
    if (!settings.clientId().equals(form.get("client_id"))) {
      return error("invalid_client_id", "client identifier invalid");
    }
    if (!settings.clientSecret().equals(form.get("client_secret"))) {
      return error("invalid_client", "invalid client credentials");
    }
    ObjectNode token =
        Json.object()
            .put("access_token", sessions.issue(org.substring(0, 15) + "!AR8A"))
            .put("signature", "c2lnbmF0dXJlLW9mLXRoZS1zYW5kYm94")
            .put("token_format", "opaque")
            .put("scope", "api id")
            .put("instance_url", call.root())
            .put("id", call.root() + "/id/" + org + "/" + user)
            .put("token_type", "Bearer")
            .put("issued_at", Long.toString(clock.millis()))
            .put("api_instance_url", call.root());
    return Answer.json(200, token);
  }

  Answer identity(Call call) {
    String token = call.parameter("oauth_token");
    if (!admits(call) && !sessions.honours(token)) {
      return Answer.text(403, "text/html;charset=UTF-8", "Bad_OAuth_Token");
    }
    return Answer.json(
        200,
        Json.object()
            .put("id", call.url())
            .put("user_id", user)
            .put("organization_id", org)
            .put("username", "integration@ourcompany.example")
            .put("display_name", "Onboarding Integration")
            .put("active", true));
  }

  boolean admits(Call call) {
    return sessions.honours(call.bearer());
  }

  Answer refusal() {
    return expired().answer();
  }

  static SalesforceProblem expired() {
    return new SalesforceProblem(401, "INVALID_SESSION_ID", "Session expired or invalid");
  }

  Answer expireAll() {
    sessions.expireAll();
    return Answer.empty(204);
  }

  private static void basic(@Nullable String authorization, Map<String, String> form) {
    if (authorization == null || !authorization.regionMatches(true, 0, "Basic ", 0, 6)) {
      return;
    }
    try {
      byte[] plain = Base64.getDecoder().decode(authorization.substring(6).trim());
      String[] pair = new String(plain, StandardCharsets.UTF_8).split(":", 2);
      form.put("client_id", Call.decoded(pair[0]));
      form.put("client_secret", pair.length == 2 ? Call.decoded(pair[1]) : "");
    } catch (IllegalArgumentException e) {
      form.put("client_id", "");
    }
  }

  private static Answer error(String code, String description) {
    return Answer.json(400, Json.object().put("error", code).put("error_description", description));
  }
}
