package dev.onboarding.sandbox.wire;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;

/// Lets a request close its own TCP connection in the middle of an answer, which the servlet API
/// cannot.
public final class CutValve extends ValveBase {

  static final String ATTRIBUTE = CutValve.class.getName();

  public CutValve() {
    super(true);
  }

  @Override
  public void invoke(Request request, Response response) throws IOException, ServletException {
    Runnable cut = () -> response.getCoyoteResponse().action(ActionCode.CLOSE_NOW, null);
    request.setAttribute(ATTRIBUTE, cut);
    getNext().invoke(request, response);
  }
}
