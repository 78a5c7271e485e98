package dev.onboarding.edge.transport;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/// Refuses, before anything is parsed, a body that is too large and a protocol version that is not
/// known.
public final class RequestLimits extends OncePerRequestFilter {

  private final DataSize maxBody;
  private final Set<String> versions;

  public RequestLimits(DataSize maxBody, Set<String> versions) {
    this.maxBody = maxBody;
    this.versions = versions;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String version = request.getHeader("MCP-Protocol-Version");
    if (version != null && !versions.contains(version)) {
      Refusal.write(response, 400, "MCP-Protocol-Version is not one of " + versions);
      return;
    }
    if ("POST".equals(request.getMethod()) && !isJson(request.getContentType())) {
      Refusal.write(response, 415, "The body must be application/json");
      return;
    }
    if (request.getContentLengthLong() > maxBody.toBytes()) {
      Refusal.write(response, 413, "The body is larger than " + maxBody);
      return;
    }
    byte[] body = request.getInputStream().readNBytes((int) maxBody.toBytes() + 1);
    if (body.length > maxBody.toBytes()) {
      Refusal.write(response, 413, "The body is larger than " + maxBody);
      return;
    }
    chain.doFilter(new Buffered(request, body), response);
  }

  /// A page of another site can send other types without asking first.
  private static boolean isJson(@Nullable String contentType) {
    return contentType != null
        && MediaType.APPLICATION_JSON.isCompatibleWith(MediaType.parseMediaType(contentType));
  }

  /// The request with its body already read.
  private static final class Buffered extends HttpServletRequestWrapper {

    private final byte[] body;

    Buffered(HttpServletRequest request, byte[] body) {
      super(request);
      this.body = body;
    }

    @Override
    public ServletInputStream getInputStream() {
      var bytes = new ByteArrayInputStream(body);
      return new ServletInputStream() {
        @Override
        public int read() {
          return bytes.read();
        }

        @Override
        public int read(byte[] target, int offset, int length) {
          return bytes.read(target, offset, length);
        }

        @Override
        public boolean isFinished() {
          return bytes.available() == 0;
        }

        @Override
        public boolean isReady() {
          return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
          throw new IllegalStateException("The body is read at once");
        }
      };
    }
  }
}
