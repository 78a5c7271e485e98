package dev.onboarding.netsuite.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InvoiceStatusTests {

  @ParameterizedTest
  @CsvSource({
    "CustInvc:A, OPEN",
    "CustInvc:B, PAID_IN_FULL",
    "CustInvc:D, PENDING_APPROVAL",
    "CustInvc:E, REJECTED",
    "CustInvc:V, VOIDED",
    "A, OPEN"
  })
  void readsTheCode(String code, InvoiceStatus status) {
    assertThat(InvoiceStatus.of(code, "Invoice : whatever")).isEqualTo(status);
  }

  @Test
  void readsTheLabelWhereTheCodeIsNotKnown() {
    assertThat(InvoiceStatus.of("CustInvc:Z", "Invoice : Cancelled"))
        .isEqualTo(InvoiceStatus.CANCELLED);
  }

  @Test
  void isUnknownRatherThanGuessed() {
    assertThat(InvoiceStatus.of("CustInvc:Q", "Invoice : In Dispute")).isNull();
    assertThat(InvoiceStatus.of(null, null)).isNull();
  }
}
