package dev.onboarding.sandbox.fault;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.onboarding.sandbox.wire.Oddity;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One kind of fault and the calls it strikes.
///
/// Token calls are struck only when `path_contains` is part of their path, or `operation` names
/// them.
///
/// @param account only calls that name this account, by any of its ids; null for all
/// @param probability from 0 to 1; 1 unless stated
/// @param times only the first so many calls; null for no end
/// @param latencyMs for kind latency
/// @param status the HTTP status to refuse with, where the vendor knows several
/// @param after the call takes effect before it is refused or held
/// @param operation only calls of this kind, as `/inspect/{system}/counts` names it
public record FaultRule(
    Kind kind,
    @Nullable String account,
    @Nullable Double probability,
    @Nullable Integer times,
    @Nullable String pathContains,
    @Nullable Integer latencyMs,
    @Nullable Integer status,
    @Nullable Boolean after,
    @Nullable String operation) {

  /// What happens.
  public enum Kind {
    LATENCY,
    UNAUTHORIZED,
    FORBIDDEN,
    BAD_REQUEST,
    THROTTLED,
    SERVER_ERROR,
    UNAVAILABLE,
    /// the connection is cut in the middle of the answer
    CUT,
    /// the answer comes in drops
    SLOW_BODY,
    /// HTML, or broken JSON
    GARBAGE,
    /// the call waits until the plan changes; then it goes on, or is refused if a status is stated
    HOLD,
    /// a language model goes wrong while its service is well
    REFUSAL,
    CUT_OFF,
    MALFORMED,
    SCHEMA_VIOLATION,
    EMPTY,
    FLOOD,
    FOREIGN_LANGUAGE,
    CONTRADICTION,
    OBEY_ATTACKER;

    /// What a mind does wrong; empty when the kind is not about a mind.
    Optional<Oddity> oddity() {
      return Arrays.stream(Oddity.values()).filter(each -> each.name().equals(name())).findFirst();
    }

    /// @throws IllegalArgumentException when there is no such kind
    @JsonCreator
    static Kind named(String name) {
      return Arrays.stream(values())
          .filter(kind -> kind.toString().equals(name))
          .findFirst()
          .orElseThrow(() ->
              new IllegalArgumentException(
                  "'" + name + "' is no kind of fault: one of " + Arrays.toString(values())));
    }

    @Override
    @com.fasterxml.jackson.annotation.JsonValue
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// @throws IllegalArgumentException when the kind is missing or a number is out of range
  public FaultRule {
    if (kind == null) {
      throw new IllegalArgumentException("A rule needs a kind: " + Arrays.toString(Kind.values()));
    }
    if (probability != null && !(probability >= 0 && probability <= 1)) {
      throw new IllegalArgumentException("probability must be between 0 and 1");
    }
    if (times != null && times < 0) {
      throw new IllegalArgumentException("times must not be negative");
    }
    if (status != null && (status < 400 || status > 599)) {
      throw new IllegalArgumentException("status must be between 400 and 599");
    }
    if (latencyMs != null && (latencyMs < 0 || latencyMs > 600_000)) {
      throw new IllegalArgumentException("latency_ms must be between 0 and 600000");
    }
  }

  double chance() {
    return probability == null ? 1 : probability;
  }

  boolean afterEffect() {
    return Boolean.TRUE.equals(after);
  }
}
