package dev.onboarding.coordinator.effect;

import dev.onboarding.model.ErrorType;
import dev.onboarding.model.Failure;
import dev.onboarding.model.FailureException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;

/// Hands mails to the SMTP relay, each under a Message-ID made from its key.
public final class MailRelay {

  private final JavaMailSender sender;
  private final MailSettings settings;
  private final Clock clock;

  public MailRelay(JavaMailSender sender, MailSettings settings, Clock clock) {
    this.sender = sender;
    this.settings = settings;
    this.clock = clock;
  }

  /// @return the Message-ID
  String send(Mail mail, EffectKey key) {
    try {
      var id = "<%s@%s>".formatted(Sha256.hex(key.value()), settings.messageIdDomain());
      sender.send(composed(mail, id, key.correlation()));
      return id;
    } catch (AddressException unusable) {
      throw failed(
          ErrorType.VALIDATION, "MAIL_ADDRESS_INVALID", "A mail address is not usable", unusable);
    } catch (MessagingException defect) {
      throw new IllegalStateException("A mail could not be composed", defect);
    } catch (MailAuthenticationException refused) {
      throw failed(
          ErrorType.AUTHENTICATION, "MAIL_LOGIN_REFUSED", "The relay refused the login", refused);
    } catch (MailException notSent) {
      throw translated(notSent);
    }
  }

  private MimeMessage composed(Mail mail, String id, String correlation) throws MessagingException {
    var message = sender.createMimeMessage();
    var helper = new MimeMessageHelper(message, true, StandardCharsets.UTF_8.name());
    helper.setFrom(settings.from());
    helper.setTo(mail.to().toArray(String[]::new));
    helper.setSubject(mail.subject());
    helper.setText(mail.text(), mail.html());
    helper.setSentDate(Date.from(clock.instant()));
    message.setHeader("Message-ID", id);
    message.setHeader("X-Correlation-Id", correlation);
    return message;
  }

  private static FailureException translated(MailException notSent) {
    if (refusedRecipient(notSent)) {
      return failed(
          ErrorType.VALIDATION, "MAIL_RECIPIENT_REFUSED", "The relay refused a recipient", notSent);
    }
    return failed(
        ErrorType.NETWORK,
        "MAIL_RELAY_UNREACHABLE",
        "The mail relay did not take the mail",
        notSent);
  }

  private static boolean refusedRecipient(MailException notSent) {
    return notSent instanceof MailSendException many
        && many.getFailedMessages().values().stream()
            .anyMatch(each ->
                each instanceof SendFailedException refused
                    && refused.getInvalidAddresses() != null
                    && refused.getInvalidAddresses().length > 0);
  }

  private static FailureException failed(
      ErrorType type, String code, String message, Exception cause) {
    return new FailureException(Failure.of(type, code, null, message + "."), null, cause);
  }
}
