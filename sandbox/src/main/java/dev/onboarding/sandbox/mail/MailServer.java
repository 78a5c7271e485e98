package dev.onboarding.sandbox.mail;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.onboarding.sandbox.wire.Answer;
import dev.onboarding.sandbox.wire.Call;
import jakarta.mail.MessagingException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.boot.web.server.PortInUseException;

/// The SMTP port. Each message becomes one call; a status of 400 or more makes the sender hear 451.
public final class MailServer implements AutoCloseable {

  private static final long START_MILLIS = 20_000;

  private final GreenMail server;
  private final Function<Call, Answer> entrance;

  /// @param port 0 for any
  /// @throws PortInUseException when somebody else listens there
  public MailServer(String address, int port, Function<Call, Answer> entrance) {
    MailStreams.nameOnce();
    this.entrance = entrance;
    requireFree(address, port);
    var setup = new ServerSetup(port, address, ServerSetup.PROTOCOL_SMTP);
    setup.setServerStartupTimeout(START_MILLIS);
    this.server = new GreenMail(setup);
    server.start();
    server.getUserManager().setMessageDeliveryHandler(this::deliver);
  }

  private static void requireFree(String address, int port) {
    try (var probe = new ServerSocket()) {
      probe.bind(new InetSocketAddress(address, port));
    } catch (IOException e) {
      throw new PortInUseException(port, e);
    }
  }

  public int port() {
    return server.getSmtp().getPort();
  }

  private GreenMailUser deliver(MovingMessage message, MailAddress to) throws MessagingException {
    if (to.equals(message.getToAddresses().iterator().next())) {
      Answer answer = entrance.apply(call(message));
      if (answer.status() >= 400 || answer.delivery() == Answer.Delivery.CUT) {
        throw new MessagingException(
            "Refused: " + new String(answer.body(), StandardCharsets.UTF_8));
      }
    }
    return new Reader(to.getEmail());
  }

  private Call call(MovingMessage message) throws MessagingException {
    var raw = new ByteArrayOutputStream();
    try {
      message.getMessage().writeTo(raw);
    } catch (IOException e) {
      throw new MessagingException("The message cannot be read", e);
    }
    String recipients =
        message.getToAddresses().stream()
            .map(MailAddress::getEmail)
            .collect(Collectors.joining(","));
    Map<String, String> headers = new HashMap<>();
    String[] correlation = message.getMessage().getHeader("X-Correlation-Id");
    if (correlation != null) {
      headers.put("x-correlation-id", correlation[0]);
    }
    return new Call(
        Inbox.DELIVERY,
        "smtp://127.0.0.1:" + port(),
        "mail",
        "/",
        URLEncoder.encode(recipients, StandardCharsets.UTF_8),
        headers,
        raw.toByteArray());
  }

  @Override
  public void close() {
    server.stop();
  }
}
