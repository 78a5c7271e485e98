package dev.onboarding.sandbox.wire;

import java.util.function.Supplier;
import tools.jackson.databind.node.ArrayNode;

/// One simulated system of the outside world.
public interface ExternalSystem {

  /// The first segment of its addresses, and its name in `/inspect` and `/faults`.
  String name();

  /// True for calls that only obtain a token; they are counted apart.
  boolean isTokenCall(Call call);

  Answer answer(Call call);

  /// The system's own way to say no, for a fault that was asked for.
  ///
  /// @param status the status that was asked for, or 0 for the vendor's usual one
  Answer refuse(Call call, Refusal refusal, int status);

  /// Whether it has a mind that can go wrong in this way.
  default boolean knows(Oddity oddity) {
    return false;
  }

  /// The answer of a mind that goes wrong; only asked of a system that knows the oddity.
  default Answer oddly(Call call, Oddity oddity) {
    return answer(call);
  }

  /// What the system does to every call, whatever the answer: limits and their headers.
  default Answer around(Call call, Supplier<Answer> inner) {
    return inner.get();
  }

  /// Sets the system's own limit; 0 restores the configured one.
  ///
  /// @return false when the system has none
  default boolean limit(int limit) {
    return false;
  }

  /// What kind of call it is, the same for every account: method and path with its variables named.
  String operation(Call call);

  /// How often each effect was brought about, none forgotten.
  default Tally tally() {
    return new Tally();
  }

  /// What calls have brought about here, newest last.
  default ArrayNode effects() {
    return Json.array();
  }

  default void forgetEffects() {}
}
