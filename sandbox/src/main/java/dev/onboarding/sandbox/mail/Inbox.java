package dev.onboarding.sandbox.mail;

import dev.onboarding.sandbox.wire.Answer;
import dev.onboarding.sandbox.wire.Call;
import dev.onboarding.sandbox.wire.ExternalSystem;
import dev.onboarding.sandbox.wire.Json;
import dev.onboarding.sandbox.wire.Refusal;
import dev.onboarding.sandbox.wire.Tally;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Every message that arrived, the last ones kept.
public final class Inbox implements ExternalSystem {

  static final String DELIVERY = "SMTP";

  private static final int MOST = 5_000;

  private final Clock clock;
  private final Deque<ObjectNode> messages = new ArrayDeque<>();
  private final Tally tally = new Tally();

  public Inbox(Clock clock) {
    this.clock = clock;
  }

  @Override
  public String name() {
    return "mail";
  }

  @Override
  public boolean isTokenCall(Call call) {
    return false;
  }

  @Override
  public String operation(Call call) {
    return call.method() + " " + call.path();
  }

  @Override
  public Tally tally() {
    return tally;
  }

  /// Takes one delivery in; the body is the message as it was sent.
  @Override
  public Answer answer(Call call) {
    if (!call.method().equals(DELIVERY)) {
      return Answer.json(404, Json.object().put("error", "Mail arrives by SMTP"));
    }
    try {
      ObjectNode message = Letter.read(call.body());
      message
          .put("received_at", clock.instant().toString())
          .put("envelope_to", Call.decoded(call.query()));
      tally.count("mails", message.path("message_id").asString("none"));
      keep(message);
      return Answer.empty(250);
    } catch (MessagingException | IOException e) {
      return Answer.text(554, "text/plain", "The message cannot be read: " + e.getMessage());
    }
  }

  private synchronized void keep(ObjectNode message) {
    messages.addLast(message);
    if (messages.size() > MOST) {
      messages.removeFirst();
    }
  }

  @Override
  public Answer refuse(Call call, Refusal refusal, int status) {
    int code =
        switch (refusal) {
          case THROTTLED, SERVER_ERROR, UNAVAILABLE -> 451;
          case UNAUTHORIZED, FORBIDDEN, BAD_REQUEST -> 550;
        };
    return Answer.text(code, "text/plain", refusal.toString().toLowerCase(Locale.ROOT));
  }

  @Override
  public synchronized ArrayNode effects() {
    ArrayNode effects = Json.array();
    messages.forEach(effects::add);
    return effects;
  }

  @Override
  public synchronized void forgetEffects() {
    messages.clear();
    tally.clear();
  }
}
