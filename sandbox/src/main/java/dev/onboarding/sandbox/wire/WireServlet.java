package dev.onboarding.sandbox.wire;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/// Where the network ends: a request becomes a call, an answer becomes bytes.
public final class WireServlet extends HttpServlet {

  private static final long serialVersionUID = 1;
  private static final int MOST_BYTES = 8 * 1024 * 1024;
  private static final int DROP = 8;
  private static final long DROP_MILLIS = 50;

  private final transient Function<Call, Answer> entrance;

  public WireServlet(Function<Call, Answer> entrance) {
    this.entrance = entrance;
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    byte[] body = request.getInputStream().readNBytes(MOST_BYTES + 1);
    Answer answer =
        body.length > MOST_BYTES
            ? Answer.json(413, Json.object().put("error", "The body is larger than 8 MiB"))
            : entrance.apply(call(request, body));
    write(answer, request, response);
  }

  private static Call call(HttpServletRequest request, byte[] body) {
    String uri = request.getRequestURI();
    int end = uri.indexOf('/', 1);
    String query = request.getQueryString();
    return new Call(
        request.getMethod(),
        base(request),
        end < 0 ? uri.substring(1) : uri.substring(1, end),
        end < 0 ? "" : uri.substring(end),
        query == null ? "" : query,
        headers(request),
        body);
  }

  private static String base(HttpServletRequest request) {
    String host = request.getHeader("Host");
    return request.getScheme() + "://" + (host == null ? request.getServerName() : host);
  }

  private static Map<String, String> headers(HttpServletRequest request) {
    var headers = new LinkedHashMap<String, String>();
    request
        .getHeaderNames()
        .asIterator()
        .forEachRemaining(
            name -> headers.putIfAbsent(name.toLowerCase(Locale.ROOT), request.getHeader(name)));
    return headers;
  }

  private static void write(Answer answer, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setStatus(answer.status());
    answer.headers().forEach(response::setHeader);
    response.setContentLength(answer.body().length);
    switch (answer.delivery()) {
      case WHOLE -> response.getOutputStream().write(answer.body());
      case CUT -> cut(answer.body(), request, response);
      case DRIBBLED -> dribble(answer.body(), response);
    }
  }

  private static void cut(byte[] body, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setContentLength(Math.max(2, body.length));
    response.getOutputStream().write(body, 0, body.length / 2);
    response.flushBuffer();
    if (request.getAttribute(CutValve.ATTRIBUTE) instanceof Runnable cut) {
      cut.run();
    }
  }

  private static void dribble(byte[] body, HttpServletResponse response) throws IOException {
    for (int at = 0; at < body.length; at += DROP) {
      response.getOutputStream().write(body, at, Math.min(DROP, body.length - at));
      response.flushBuffer();
      Pause.millis(DROP_MILLIS);
    }
  }
}
