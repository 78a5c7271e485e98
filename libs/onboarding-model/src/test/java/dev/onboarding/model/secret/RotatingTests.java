package dev.onboarding.model.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.onboarding.model.ErrorType;
import dev.onboarding.model.Failure;
import dev.onboarding.model.FailureException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RotatingTests {

  @TempDir Path folder;
  private final HandClock clock = new HandClock();

  @Test
  void givesTheValueAndLooksAtNoFileWhenBothAreSet() throws IOException {
    Path file = written("from the file");

    var both = new SecretSource("TOKEN", new Secret("the value"), file.toString()).rotating(clock);

    assertThat(both.current().reveal()).isEqualTo("the value");
    Files.delete(file);
    assertThat(both.reread().reveal()).isEqualTo("the value");
  }

  @Test
  void takesAFileThatTookTheOldOnesPlaceWithinASecond() throws IOException {
    var token = fromFile(written("old\n"));
    assertThat(token.current().reveal()).isEqualTo("old");

    moved("new\n");
    clock.advance(Duration.ofMillis(999));
    assertThat(token.current().reveal()).isEqualTo("old");
    clock.advance(Duration.ofMillis(1));
    assertThat(token.current().reveal()).isEqualTo("new");
  }

  @Test
  void takesAFileWrittenInPlaceOnceItHasSettled() throws IOException {
    Path file = written("old-secret");
    var token = fromFile(file);
    token.current();

    Files.writeString(file, "new-");
    assertThat(aSecondLater(token)).isEqualTo("old-secret");
    Files.writeString(file, "new-secret-whole");
    assertThat(aSecondLater(token)).isEqualTo("old-secret");
    assertThat(aSecondLater(token)).isEqualTo("new-secret-whole");
  }

  @Test
  void readsNothingWhileTheFileIsTheSame() throws IOException {
    var made = new AtomicInteger();
    var token =
        new SecretSource("TOKEN", null, written("same").toString())
            .rotating(clock, secret -> made.incrementAndGet());

    for (int second = 0; second < 5; second++) {
      clock.advance(Duration.ofSeconds(1));
      token.current();
    }

    assertThat(made).hasValue(1);
  }

  @Test
  void keepsTheLastGoodOneAndWarnsOnceWhileTheFileIsGoneEmptyOrUnusable() throws IOException {
    Path file = written("7");
    var number =
        new SecretSource("NUMBER", null, file.toString())
            .rotating(clock, secret -> Integer.valueOf(secret.reveal()));
    number.current();

    var warnings = warnings();
    Files.delete(file);
    assertThat(aSecondLater(number)).isEqualTo(7);
    moved("");
    assertThat(aSecondLater(number)).isEqualTo(7);
    moved("hush");
    assertThat(aSecondLater(number)).isEqualTo(7);
    assertThat(warnings).singleElement().asString().contains("NUMBER_FILE");
    moved("8");
    assertThat(aSecondLater(number)).isEqualTo(8);
    moved("");
    assertThat(aSecondLater(number)).isEqualTo(8);
    assertThat(warnings).hasSize(2);
  }

  @Test
  void readsAnewAtOnceForOneWhoWasRefused() throws IOException {
    var token = fromFile(written("old"));
    token.current();
    moved("new");

    List<String> tried = new ArrayList<>();
    String answer = token.present(secret -> refusingOld(secret, tried));

    assertThat(answer).isEqualTo("welcome");
    assertThat(tried).containsExactly("old", "new");
  }

  @Test
  void reportsTheRefusalWhenTheFileHoldsTheSame() throws IOException {
    var token = fromFile(written("old"));

    List<String> tried = new ArrayList<>();
    assertThatThrownBy(() -> token.present(secret -> refusingOld(secret, tried)))
        .isInstanceOf(FailureException.class);
    assertThat(tried).containsExactly("old");
  }

  @Test
  void namesTheVariableAndNeverTheContentWhenNothingCouldBeReadEvenOnce() throws IOException {
    var missing = fromFile(folder.resolve("not-there"));
    var unset = new SecretSource("TOKEN", new Secret(" "), " ");
    Path file = written("hush");
    var unusable =
        new SecretSource("TOKEN", null, file.toString())
            .rotating(
                clock,
                _ -> {
                  throw new IllegalArgumentException("it is no key");
                });

    assertThat(unset.isMissing()).isTrue();
    assertThatThrownBy(missing::current)
        .isInstanceOf(UnreadableSecretException.class)
        .hasMessageContaining("TOKEN_FILE");
    assertThatThrownBy(unusable::current)
        .hasMessage("TOKEN_FILE gives nothing usable: it is no key");
  }

  @Test
  void readsAFileThatWasMissingAtFirstAsSoonAsItIsThere() throws IOException {
    var token = fromFile(folder.resolve("secret"));
    assertThatThrownBy(token::current).isInstanceOf(UnreadableSecretException.class);

    written("there");

    assertThat(token.current().reveal()).isEqualTo("there");
  }

  @Test
  void takesAnOptionalOneThatComesAndGoes() throws IOException {
    var previous =
        new SecretSource("PREVIOUS", null, folder.resolve("secret").toString()).optional(clock);
    assertThat(previous.current()).isEmpty();

    written("old");
    assertThat(aSecondLater(previous)).isEqualTo(Optional.of(new Secret("old")));
    moved("");
    assertThat(aSecondLater(previous)).isEqualTo(Optional.empty());
    moved("older");
    assertThat(aSecondLater(previous)).isEqualTo(Optional.of(new Secret("older")));
    Files.delete(folder.resolve("secret"));
    assertThat(aSecondLater(previous)).isEqualTo(Optional.of(new Secret("older")));
    assertThat(aSecondLater(previous)).isEqualTo(Optional.empty());
    assertThat(new SecretSource("PREVIOUS", null, null).optional(clock).current()).isEmpty();
  }

  @Test
  void neverShowsASecret() {
    var source = SecretSource.of("TOKEN", new Secret("hush"));

    assertThat(source.toString()).doesNotContain("hush").contains("***");
    assertThat(new Secret("hush")).isEqualTo(new Secret("hush")).isNotEqualTo(new Secret("other"));
  }

  private Rotating<Secret> fromFile(Path file) {
    return new SecretSource("TOKEN", null, file.toString()).rotating(clock);
  }

  private Object aSecondLater(Rotating<?> rotating) {
    clock.advance(Duration.ofSeconds(1));
    return rotating.current() instanceof Secret secret ? secret.reveal() : rotating.current();
  }

  private Path written(String content) throws IOException {
    return Files.writeString(folder.resolve("secret"), content);
  }

  private void moved(String content) throws IOException {
    Path next = Files.writeString(folder.resolve("next"), content);
    Files.move(next, folder.resolve("secret"), StandardCopyOption.ATOMIC_MOVE);
  }

  private static String refusingOld(Secret secret, List<String> tried) {
    tried.add(secret.reveal());
    if (secret.reveal().equals("old")) {
      throw new FailureException(
          Failure.of(ErrorType.AUTHENTICATION, "UNAUTHORIZED", 401, "Refused."));
    }
    return "welcome";
  }

  private static List<String> warnings() {
    List<String> warnings = new ArrayList<>();
    Handler handler =
        new Handler() {
          @Override
          public void publish(LogRecord entry) {
            if (entry.getLevel() == java.util.logging.Level.WARNING) {
              warnings.add(entry.getMessage() + List.of(entry.getParameters()));
            }
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    KEPT.addHandler(handler);
    return warnings;
  }

  private static final Logger KEPT = Logger.getLogger(Rotating.class.getName());

  private static final class HandClock extends Clock {

    private Instant now = Instant.parse("2026-01-01T00:00:00Z");

    void advance(Duration duration) {
      now = now.plus(duration);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
