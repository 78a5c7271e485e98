package dev.onboarding.coordinator.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.onboarding.model.ErrorType;
import dev.onboarding.model.FailureException;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.mail.autoconfigure.MailSenderAutoConfiguration;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.mail.javamail.JavaMailSender;

/// Mail as it leaves with the settings of production.
class MailRelayContractTests {

  private static final EffectKey KEY = EffectKey.ofNoRun("key-1", "corr-1");
  private static final MailSettings SETTINGS =
      new MailSettings("from@example.com", "cs@example.com", "mail.example.com", "");

  @Test
  void reachesTheOthersWhenOneRecipientIsRefused() throws IOException {
    try (var relay = new ScriptedRelay("gone@example.com")) {
      with(
          relay,
          "false",
          mails -> {
            var id = mails.send(mail("gone@example.com", "cs@example.com"), KEY);

            assertThat(relay.mails()).singleElement().asString().contains("Message-ID: " + id);
            assertThat(relay.envelopes()).containsExactly("cs@example.com");
          });
    }
  }

  @Test
  void saysThatEveryRecipientWasRefused() throws IOException {
    try (var relay = new ScriptedRelay("gone@example.com")) {
      with(
          relay,
          "false",
          mails -> {
            assertThatThrownBy(() -> mails.send(mail("gone@example.com"), KEY))
                .isInstanceOfSatisfying(
                    FailureException.class,
                    failed -> assertThat(MailRelay.unreachable(failed)).isTrue());

            assertThat(relay.mails()).isEmpty();
          });
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a@example.com, b@example.com",
        "all: a@example.com, b@example.com;",
        "A <a@example.com>",
        "a"
      })
  void writesToNothingButPlainAddresses(String recipient) throws IOException {
    try (var relay = new ScriptedRelay()) {
      with(
          relay,
          "false",
          mails -> {
            assertThatThrownBy(() -> mails.send(mail(recipient), KEY))
                .isInstanceOfSatisfying(
                    FailureException.class,
                    failed ->
                        assertThat(failed.failure().errorCode()).isEqualTo("MAIL_ADDRESS_INVALID"));

            assertThat(relay.envelopes()).isEmpty();
          });
    }
  }

  @Test
  void copiesWhoIsToBeCopied() throws IOException {
    try (var relay = new ScriptedRelay()) {
      with(
          relay,
          "false",
          mails -> {
            mails.send(
                new Mail(List.of("a@example.com"), List.of("cs@example.com"), "S", "T", "H"), KEY);

            assertThat(relay.envelopes()).containsExactly("a@example.com", "cs@example.com");
            assertThat(relay.mails().getFirst())
                .contains("\nTo: a@example.com\nCc: cs@example.com\n");
          });
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "true"})
  void sendsNothingInClearUnlessToldTo(String required) throws IOException {
    try (var relay = new ScriptedRelay()) {
      with(
          relay,
          required,
          mails -> {
            assertThatThrownBy(() -> mails.send(mail("a@example.com"), KEY))
                .isInstanceOfSatisfying(
                    FailureException.class,
                    failed -> {
                      assertThat(failed.failure().errorType()).isEqualTo(ErrorType.NETWORK);
                      assertThat(failed).hasStackTraceContaining("STARTTLS is required");
                    });

            assertThat(relay.mails()).isEmpty();
          });
    }
  }

  private static Mail mail(String... to) {
    return new Mail(List.of(to), "Subject", "Text", "<p>Html</p>");
  }

  /// @param required the environment's SMTP_TLS_REQUIRED; empty when it is not set
  private static void with(ScriptedRelay relay, String required, Consumer<MailRelay> use) {
    new ApplicationContextRunner()
        .withInitializer(new ConfigDataApplicationContextInitializer())
        .withConfiguration(AutoConfigurations.of(MailSenderAutoConfiguration.class))
        .withPropertyValues("spring.config.name=coordinator-agent", "SMTP_PORT=" + relay.port())
        .withPropertyValues(
            required.isEmpty() ? new String[0] : new String[] {"SMTP_TLS_REQUIRED=" + required})
        .run(context ->
            use.accept(
                new MailRelay(context.getBean(JavaMailSender.class), SETTINGS, Clock.systemUTC())));
  }
}
