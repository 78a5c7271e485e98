package dev.onboarding.model.secret;

import dev.onboarding.model.ErrorType;
import dev.onboarding.model.FailureException;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A secret, or what is made of it, that follows its file while the process runs.
///
/// The file is looked at once a second at the most, and read only when it changed. A file that took
/// the place of the old one (`mv new secret`) counts at once; one that is written in place counts
/// when two looks found it the same. While it is gone, empty or unusable, the last good value
/// stays, with one warning.
public final class Rotating<T> {

  private static final Logger LOG = System.getLogger(Rotating.class.getName());
  private static final long BETWEEN_LOOKS = 1_000;

  private final SecretSource source;
  private final boolean mayBeMissing;
  private final Clock clock;
  private final Function<? super Secret, ? extends T> made;
  private final ReentrantLock looking = new ReentrantLock();
  private volatile @Nullable Held<T> held;
  private volatile long lookedAt;
  private @Nullable FileStamp seen;
  private boolean warned;

  Rotating(
      SecretSource source,
      boolean mayBeMissing,
      Clock clock,
      Function<? super Secret, ? extends T> made) {
    this.source = source;
    this.mayBeMissing = mayBeMissing;
    this.clock = clock;
    this.made = made;
  }

  /// The value of now: the same object until the secret has changed.
  ///
  /// @throws UnreadableSecretException when it could not be read even once
  public T current() {
    Held<T> known = held;
    if (known == null) {
      return first();
    }
    if (known.stamp() != null && isDue() && looking.tryLock()) {
      try {
        look(known.stamp());
      } finally {
        looking.unlock();
      }
    }
    return newest(known).value();
  }

  /// The value after reading the file now, for whoever was refused with the one before.
  public T reread() {
    Held<T> known = held;
    if (known == null) {
      return first();
    }
    looking.lock();
    try {
      if (known.stamp() != null) {
        lookedAt = clock.millis();
        take();
      }
    } finally {
      looking.unlock();
    }
    return newest(known).value();
  }

  /// Does something with the value; when that fails as not authenticated, once more if the file
  /// holds another value by then.
  public <R> R present(Function<? super T, ? extends R> attempt) {
    T used = current();
    try {
      return attempt.apply(used);
    } catch (FailureException refused) {
      T now = refused.failure().errorType() == ErrorType.AUTHENTICATION ? reread() : used;
      if (now.equals(used)) {
        throw refused;
      }
      return attempt.apply(now);
    }
  }

  private T first() {
    looking.lock();
    try {
      Held<T> known = held;
      if (known == null) {
        known = given();
        held = known;
        lookedAt = clock.millis();
      }
      return known.value();
    } catch (IOException | IllegalArgumentException e) {
      throw new UnreadableSecretException(source.used(), reason(e), e);
    } finally {
      looking.unlock();
    }
  }

  /// Whichever way the clock was set.
  private boolean isDue() {
    return Math.abs(clock.millis() - lookedAt) >= BETWEEN_LOOKS;
  }

  private void look(FileStamp taken) {
    lookedAt = clock.millis();
    try {
      FileStamp before = seen == null ? taken : seen;
      FileStamp now = stamp();
      seen = now;
      if (!now.equals(taken)
          && (now.equals(before) || now.tookTheNameOf(before) || now.tookTheNameOf(taken))) {
        take();
      }
    } catch (IOException | IllegalArgumentException e) {
      keep(e);
    }
  }

  private void take() {
    Held<T> known = held;
    try {
      Held<T> next = read();
      if (known != null && next.raw().equals(known.raw())) {
        next = new Held<>(known.value(), known.raw(), next.stamp());
      } else {
        LOG.log(Level.INFO, "{0} holds another secret, which counts from now on", source.used());
      }
      held = next;
      warned = false;
    } catch (IOException | IllegalArgumentException e) {
      keep(e);
    }
  }

  private void keep(Exception why) {
    if (!warned) {
      warned = true;
      LOG.log(
          Level.WARNING,
          "{0} gives nothing usable, so the last good secret stays: {1}",
          source.used(),
          reason(why));
    }
  }

  private Held<T> given() throws IOException {
    if (source.value() != null) {
      return held(source.value(), null);
    }
    return mayBeMissing && source.isMissing() ? held(new Secret(""), null) : read();
  }

  private Held<T> read() throws IOException {
    FileStamp before = stamp();
    Secret raw = new Secret(before.equals(FileStamp.NONE) ? "" : Files.readString(path()).strip());
    if (!stamp().equals(before)) {
      throw new IOException("it changed while it was read");
    }
    if (raw.isBlank() && !mayBeMissing) {
      throw new IllegalArgumentException("it is empty");
    }
    return held(raw, before);
  }

  private Held<T> held(Secret raw, @Nullable FileStamp stamp) {
    return new Held<>(made.apply(raw), raw, stamp);
  }

  private FileStamp stamp() throws IOException {
    try {
      return FileStamp.of(path());
    } catch (NoSuchFileException e) {
      if (mayBeMissing) {
        return FileStamp.NONE;
      }
      throw e;
    }
  }

  private Path path() {
    if (source.file() == null) {
      throw new IllegalArgumentException("it is not set");
    }
    try {
      return Path.of(source.file());
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException("it is no name of a file", e);
    }
  }

  private Held<T> newest(Held<T> known) {
    Held<T> now = held;
    return now == null ? known : now;
  }

  /// The reason alone: an input error's text may name a file, and never quotes its content.
  private static String reason(Exception e) {
    return e instanceof IOException
        ? "the file it names cannot be read (%s)".formatted(e.getClass().getSimpleName())
        : String.valueOf(e.getMessage());
  }

  /// @param stamp null when the secret was given as a value
  private record Held<T>(T value, Secret raw, @Nullable FileStamp stamp) {}
}
