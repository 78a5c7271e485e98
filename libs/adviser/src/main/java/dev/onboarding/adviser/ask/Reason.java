package dev.onboarding.adviser.ask;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// Why a model's words were not used.
public enum Reason {
  /// no model is configured for the task, or none has a key
  NOT_CONFIGURED,
  /// there is nothing to advise on
  NOTHING_TO_SAY,
  /// the price list does not know the model, so its cost could not be limited
  NO_PRICE,
  /// the run has used up its budget
  RUN_BUDGET,
  /// the day has used up its budget
  DAY_BUDGET,
  /// the ledger did not answer
  BUDGET_UNKNOWN,
  /// the breaker is open after too many failures
  RESTING,
  /// no answer within the deadline
  TOO_SLOW,
  /// the provider asked to wait
  THROTTLED,
  /// the provider's own allowance is used up
  OUT_OF_QUOTA,
  /// the key or role is not accepted, or may not use the model
  NOT_ALLOWED,
  /// the provider rejected what was sent, for example an unknown model
  BAD_REQUEST,
  /// the provider failed, or could not be reached
  UNREACHABLE,
  /// the model or its provider's filter declined to answer
  REFUSED,
  /// no text came back
  EMPTY,
  /// more text than any answer needs
  TOO_LONG,
  /// the answer ends in the middle
  CUT_OFF,
  /// the answer is no JSON, also after a repair
  NOT_JSON,
  /// the answer does not fit the schema, also after a repair
  WRONG_SHAPE,
  /// the answer is in another language than asked for
  WRONG_LANGUAGE,
  /// the answer speaks against the decision that stands
  CONTRADICTS,
  /// nothing of the answer is borne out by the evidence
  UNGROUNDED,
  /// a defect of ours on the way
  DEFECT;

  @JsonCreator
  public static Reason named(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }

  @Override
  @JsonValue
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
