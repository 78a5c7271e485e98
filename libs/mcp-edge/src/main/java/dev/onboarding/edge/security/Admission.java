package dev.onboarding.edge.security;

import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.function.ServerRequest;

/// What one request may do. It travels with the request, so that the tool that was refused can be
/// named in the answer's status.
public final class Admission {

  private static final String KEY = Admission.class.getName();

  private final @Nullable Caller caller;
  private final @Nullable Scopes scopes;
  private volatile @Nullable String missing;

  private Admission(@Nullable Caller caller, @Nullable Scopes scopes) {
    this.caller = caller;
    this.scopes = scopes;
  }

  /// @param scopes null where callers have no tokens, and everything is admitted
  static McpTransportContext begin(ServerRequest request, @Nullable Scopes scopes) {
    var admission = new Admission(Caller.current(), scopes);
    request.attributes().put(KEY, admission);
    return McpTransportContext.create(Map.of(KEY, admission));
  }

  /// Nothing is admitted where nobody looked.
  public static Admission in(McpTransportContext context) {
    return context.get(KEY) instanceof Admission admission
        ? admission
        : new Admission(null, new Scopes("none"));
  }

  /// The scope for want of which a tool of this request was refused; null when none was.
  public static @Nullable String missingScope(ServerRequest request) {
    return request.attributes().get(KEY) instanceof Admission admission ? admission.missing : null;
  }

  /// Who calls; null where callers have no tokens.
  public @Nullable Caller caller() {
    return caller;
  }

  public boolean shows(Tool tool) {
    return scopes == null || (caller != null && caller.has(scopes.neededFor(tool)));
  }

  /// The scope that the caller would need and has not; null when the tool may be called.
  public @Nullable String refuses(Tool tool) {
    if (!shows(tool) && scopes != null) {
      missing = scopes.neededFor(tool);
    }
    return missing;
  }
}
