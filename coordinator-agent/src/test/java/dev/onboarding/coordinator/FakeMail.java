package dev.onboarding.coordinator;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/// A relay that keeps what it was handed, and loses a connection before or after when told to.
public final class FakeMail extends JavaMailSenderImpl {

  private final List<MimeMessage> sent = new CopyOnWriteArrayList<>();
  private final AtomicBoolean failBefore = new AtomicBoolean();
  private final AtomicReference<String> refused = new AtomicReference<>("");
  private final AtomicBoolean failAfter = new AtomicBoolean();

  /// Nobody is known under the address, until the relay is told so of another.
  public void refuse(String address) {
    refused.set(address);
  }

  public void failBefore() {
    failBefore.set(true);
  }

  public void failAfter() {
    failAfter.set(true);
  }

  public List<MimeMessage> sent(String correlation) {
    return sent.stream()
        .filter(message -> correlation.equals(header(message, "X-Correlation-Id")))
        .toList();
  }

  public static String header(MimeMessage message, String name) {
    try {
      var values = message.getHeader(name);
      return values == null ? "" : values[0];
    } catch (MessagingException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }

  public static String subject(MimeMessage message) {
    try {
      return message.getSubject();
    } catch (MessagingException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }

  /// The decoded text parts.
  public static String content(MimeMessage message) {
    try {
      return parts(message.getContent());
    } catch (MessagingException | IOException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }

  private static String parts(Object content) throws MessagingException, IOException {
    if (content instanceof jakarta.mail.Multipart many) {
      var text = new StringBuilder();
      for (int i = 0; i < many.getCount(); i++) {
        text.append(parts(many.getBodyPart(i).getContent())).append('\n');
      }
      return text.toString();
    }
    return String.valueOf(content);
  }

  public static String raw(MimeMessage message) {
    var bytes = new ByteArrayOutputStream();
    try {
      message.writeTo(bytes);
    } catch (MessagingException | IOException unreadable) {
      throw new IllegalStateException(unreadable);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static Exception nobody(String address) {
    try {
      return new SendFailedException(
          "550 nobody", null, null, null, new Address[] {new InternetAddress(address)});
    } catch (AddressException unusable) {
      throw new IllegalStateException(unusable);
    }
  }

  @Override
  protected void doSend(MimeMessage[] messages, Object[] originals) {
    if (failBefore.getAndSet(false)) {
      throw new MailSendException("The connection was refused");
    }
    for (var message : messages) {
      if (refused.get().equals(header(message, "To"))) {
        throw new MailSendException(Map.of(message, nobody(refused.get())));
      }
      try {
        var id = message.getMessageID();
        message.saveChanges();
        message.setHeader("Message-ID", id);
      } catch (MessagingException unusable) {
        throw new MailSendException("Unusable", unusable);
      }
    }
    sent.addAll(Arrays.asList(messages));
    if (failAfter.getAndSet(false)) {
      throw new MailSendException("The answer was lost");
    }
  }
}
