package dev.onboarding.sandbox;

import static dev.onboarding.sandbox.SharedSandbox.SANDBOX;
import static dev.onboarding.sandbox.SharedSandbox.WIRE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.BindException;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class MailContractTests {

  @Test
  void keepsAMessageOnceWithItsHeadersTextAndHtml() throws Exception {
    send("Welcome to the platform", "one@customer.example", "two@customer.example");

    List<JsonNode> found = inbox("Welcome to the platform");

    assertThat(found).hasSize(1);
    JsonNode mail = found.getFirst();
    assertThat(mail.path("to").valueStream().map(JsonNode::asString))
        .containsExactly("one@customer.example", "two@customer.example");
    assertThat(mail.path("from").path(0).asString()).isEqualTo("cs@ourcompany.example");
    assertThat(mail.path("headers").path("X-Correlation-Id").asString()).isEqualTo("run-9");
    assertThat(mail.path("text").asString()).contains("plain words");
    assertThat(mail.path("html").asString()).contains("<b>bold words</b>");
    assertThat(WIRE.get("/inspect/mail").json().path("calls").toString()).contains("run-9");
  }

  @Test
  void refusesDeliveryAndKeepsNothingWhenToldTo() throws Exception {
    WIRE.send("PUT", "/faults/mail", "{\"rules\":[{\"kind\":\"unavailable\"}]}");
    try {
      assertThatThrownBy(() -> send("Never arrives", "one@customer.example"))
          .isInstanceOf(MessagingException.class);
    } finally {
      WIRE.send("DELETE", "/faults/mail", "");
    }

    assertThat(inbox("Never arrives")).isEmpty();
  }

  @Test
  void namesThePortThatIsTaken() {
    int taken = SANDBOX.smtpPort();

    assertThatThrownBy(() -> Sandbox.start(0, taken))
        .hasRootCauseInstanceOf(BindException.class)
        .hasStackTraceContaining("Port " + taken + " is already in use");
  }

  private static List<JsonNode> inbox(String subject) throws IOException {
    return WIRE.get("/inspect/mail")
        .json()
        .path("effects")
        .valueStream()
        .filter(mail -> mail.path("subject").asString().equals(subject))
        .toList();
  }

  private static void send(String subject, String... recipients) throws MessagingException {
    var properties = new Properties();
    properties.setProperty("mail.smtp.host", "127.0.0.1");
    properties.setProperty("mail.smtp.port", Integer.toString(SANDBOX.smtpPort()));
    var message = new MimeMessage(Session.getInstance(properties));
    message.setFrom(new InternetAddress("cs@ourcompany.example"));
    for (String recipient : recipients) {
      message.addRecipient(Message.RecipientType.TO, new InternetAddress(recipient));
    }
    message.setSubject(subject);
    message.setHeader("X-Correlation-Id", "run-9");
    var text = new MimeBodyPart();
    text.setText("plain words", "UTF-8");
    var html = new MimeBodyPart();
    html.setContent("<b>bold words</b>", "text/html; charset=UTF-8");
    message.setContent(new MimeMultipart("alternative", text, html));
    Transport.send(message);
  }
}
