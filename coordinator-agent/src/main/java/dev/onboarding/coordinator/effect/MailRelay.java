package dev.onboarding.coordinator.effect;

import dev.onboarding.model.ErrorType;
import dev.onboarding.model.Failure;
import dev.onboarding.model.FailureException;
import dev.onboarding.model.secret.Rotating;
import dev.onboarding.model.secret.Secret;
import dev.onboarding.model.secret.SecretSource;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;

/// Hands mails to the SMTP relay, each under a Message-ID made from its key. A mail that some of
/// its recipients got has left: one refused address keeps it from nobody else.
public final class MailRelay {

  private static final Logger LOG = LoggerFactory.getLogger(MailRelay.class);
  private static final String ADDRESS_INVALID = "MAIL_ADDRESS_INVALID";
  private static final String RECIPIENT_REFUSED = "MAIL_RECIPIENT_REFUSED";

  private final JavaMailSender sender;
  private final MailSettings settings;
  private final @Nullable Rotating<Secret> password;
  private final Clock clock;

  public MailRelay(JavaMailSender sender, MailSettings settings, Clock clock) {
    MailStreams.nameOnce();
    this.sender = sender;
    this.settings = settings;
    this.password = followed(sender, settings, clock);
    this.clock = clock;
  }

  private static @Nullable Rotating<Secret> followed(
      JavaMailSender sender, MailSettings settings, Clock clock) {
    var given = sender instanceof JavaMailSenderImpl smtp ? smtp.getPassword() : null;
    var isGiven = given != null && !given.isBlank();
    return isGiven || settings.passwordFile().isBlank()
        ? null
        : new SecretSource("SMTP_PASSWORD", null, settings.passwordFile()).rotating(clock);
  }

  /// @return the Message-ID
  String send(Mail mail, EffectKey key) {
    return password == null
        ? sent(mail, key)
        : password.present(shown -> {
          if (sender instanceof JavaMailSenderImpl smtp) {
            smtp.setPassword(shown.reveal());
          }
          return sent(mail, key);
        });
  }

  private String sent(Mail mail, EffectKey key) {
    var id = "<%s@%s>".formatted(Sha256.hex(key.value()), settings.messageIdDomain());
    try {
      var message = composed(mail, id, key.correlation());
      PlatformThread.run(() -> sender.send(message));
      return id;
    } catch (AddressException unusable) {
      throw failed(ErrorType.VALIDATION, ADDRESS_INVALID, "A mail address is not usable", unusable);
    } catch (MessagingException defect) {
      throw new IllegalStateException("A mail could not be composed", defect);
    } catch (MailAuthenticationException refused) {
      throw failed(
          ErrorType.AUTHENTICATION, "MAIL_LOGIN_REFUSED", "The relay refused the login", refused);
    } catch (MailException notSent) {
      if (any(notSent, SendFailedException::getValidSentAddresses)) {
        LOG.warn("The relay took the mail {} for some of its recipients only", id);
        return id;
      }
      throw translated(notSent);
    }
  }

  private MimeMessage composed(Mail mail, String id, String correlation) throws MessagingException {
    var message = sender.createMimeMessage();
    var helper = new MimeMessageHelper(message, true, StandardCharsets.UTF_8.name());
    helper.setFrom(settings.from());
    helper.setTo(plain(mail.to()));
    helper.setCc(plain(mail.copies()));
    helper.setSubject(mail.subject());
    helper.setText(mail.text(), mail.html());
    helper.setSentDate(Date.from(clock.instant()));
    message.setHeader("Message-ID", id);
    message.setHeader("X-Correlation-Id", correlation);
    return message;
  }

  /// Strictly one mailbox each, whatever the library would read into the text.
  private static InternetAddress[] plain(List<String> addresses) throws AddressException {
    var plain = new InternetAddress[addresses.size()];
    for (int i = 0; i < plain.length; i++) {
      var address = MailAddress.of(addresses.get(i)).orElseThrow(AddressException::new);
      plain[i] = new InternetAddress(address.value(), true);
    }
    return plain;
  }

  private static FailureException translated(MailException notSent) {
    if (any(notSent, SendFailedException::getInvalidAddresses)) {
      return failed(
          ErrorType.VALIDATION, RECIPIENT_REFUSED, "The relay refused a recipient", notSent);
    }
    return failed(
        ErrorType.NETWORK,
        "MAIL_RELAY_UNREACHABLE",
        "The mail relay did not take the mail",
        notSent);
  }

  private static boolean any(
      MailException notSent, Function<SendFailedException, Address @Nullable []> addresses) {
    return notSent instanceof MailSendException many
        && many.getFailedMessages().values().stream()
            .anyMatch(
                each -> each instanceof SendFailedException failed && some(failed, addresses));
  }

  private static boolean some(
      SendFailedException failed, Function<SendFailedException, Address @Nullable []> addresses) {
    var found = addresses.apply(failed);
    return found != null && found.length > 0;
  }

  /// Whether the failure is about who was written to: the same mail may reach somebody else.
  public static boolean unreachable(FailureException failed) {
    return ADDRESS_INVALID.equals(failed.failure().errorCode())
        || RECIPIENT_REFUSED.equals(failed.failure().errorCode());
  }

  private static FailureException failed(
      ErrorType type, String code, String message, Exception cause) {
    return new FailureException(Failure.of(type, code, null, message + "."), null, cause);
  }
}
