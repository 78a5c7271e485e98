package dev.onboarding.adviser.model;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// What is known of a model, as data.
///
/// @param model provider and name, or the beginning of it that all its versions share
/// @param input US dollars for a million tokens
/// @param output US dollars for a million tokens
/// @param nativeSchema whether it takes a JSON schema beside the prompt
/// @param system whether it takes an instruction apart from the question
/// @param temperature whether it can be told to be repeatable
public record ModelFacts(
    String model,
    BigDecimal input,
    BigDecimal output,
    boolean nativeSchema,
    boolean system,
    boolean temperature) {

  /// @throws IllegalArgumentException when a price is negative
  public ModelFacts {
    if (input.signum() < 0 || output.signum() < 0) {
      throw new IllegalArgumentException("The price list has a negative price for " + model);
    }
  }

  /// In millionths of a US dollar, rounded up.
  public long microUsd(long inputTokens, long outputTokens) {
    return input
        .multiply(BigDecimal.valueOf(inputTokens))
        .add(output.multiply(BigDecimal.valueOf(outputTokens)))
        .setScale(0, RoundingMode.CEILING)
        .longValueExact();
  }
}
