package dev.onboarding.edge.security;

import dev.onboarding.edge.EdgeJson;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/// How a server tells callers where tokens for it come from (RFC 9728), all of it from
/// configuration.
public final class ProtectedResource {

  private static final String WELL_KNOWN = "/.well-known/oauth-protected-resource";

  private final URI metadata;
  private final String document;
  private final String scope;

  ProtectedResource(TokenProperties tokens, Scopes scopes) {
    URI audience = URI.create(tokens.audience());
    this.metadata = audience.resolve(WELL_KNOWN + audience.getRawPath());
    this.scope = String.join(" ", scopes.all());
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("resource", tokens.audience());
    told.put("resource_name", scopes.server());
    told.put("authorization_servers", List.of(tokens.issuer()));
    told.put("scopes_supported", scopes.all());
    told.put("bearer_methods_supported", List.of("header"));
    this.document = EdgeJson.mapper().writeValueAsString(told);
  }

  /// The paths at which the document is looked for: with the server's own path behind it, and
  /// without.
  List<String> paths() {
    return metadata.getPath().equals(WELL_KNOWN)
        ? List.of(WELL_KNOWN)
        : List.of(metadata.getPath(), WELL_KNOWN);
  }

  String document() {
    return document;
  }

  /// What a caller without a token is told.
  String challenge() {
    return "Bearer resource_metadata=\"%s\", scope=\"%s\"".formatted(metadata, scope);
  }

  /// What a caller is told whose token will not do.
  ///
  /// @param error by its name in RFC 6750
  /// @param needed the scope that would do; null when it is not for want of one
  public String challenge(String error, String description, @Nullable String needed) {
    return "Bearer error=\"%s\", error_description=\"%s\", resource_metadata=\"%s\", scope=\"%s\""
        .formatted(
            error,
            description.replaceAll("[\"\\\\]", Matcher.quoteReplacement("'")),
            metadata,
            needed == null ? scope : needed);
  }
}
