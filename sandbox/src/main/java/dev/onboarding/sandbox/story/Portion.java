package dev.onboarding.sandbox.story;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import tools.jackson.databind.JsonNode;

/// A part of an amount: a share (`40%`) or a sum (`12500.00`).
public record Portion(@JsonValue String written) {

  /// @throws IllegalArgumentException when the text is neither form
  public Portion {
    if (!written.matches("-?\\d{1,15}(\\.\\d{1,4})?%?")) {
      throw new IllegalArgumentException("'" + written + "' is no portion: write 40% or 12500.00");
    }
  }

  /// Written as text, or as a plain number.
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static Portion read(JsonNode written) {
    return new Portion(
        written.isNumber() ? written.decimalValue().toPlainString() : written.asString(""));
  }

  public BigDecimal of(BigDecimal whole) {
    return written.endsWith("%")
        ? whole
            .multiply(new BigDecimal(written.substring(0, written.length() - 1)))
            .divide(BigDecimal.valueOf(100), 2, RoundingMode.HALF_UP)
        : new BigDecimal(written);
  }
}
