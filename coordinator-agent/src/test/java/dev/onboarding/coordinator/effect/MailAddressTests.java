package dev.onboarding.coordinator.effect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailAddressTests {

  @ParameterizedTest
  @CsvSource({
    "robin@example.com, robin@example.com",
    "' robin.castellan+crm@mail.example.co.uk ', robin.castellan+crm@mail.example.co.uk",
    "o'neill_2@example.com, o'neill_2@example.com",
    "info@müller.example, info@xn--mller-kva.example"
  })
  void takesOnePlainAddress(String text, String address) {
    assertThat(MailAddress.of(text)).map(MailAddress::value).contains(address);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "robin",
        "robin@",
        "@example.com",
        "robin@localhost",
        "robin@127.0.0.1",
        "robin@[127.0.0.1]",
        "robin@-example.com",
        "robin@example..com",
        "robin@example.com.",
        ".robin@example.com",
        "ro bin@example.com",
        "\"robin c\"@example.com",
        "Robin Castellan <robin@example.com>",
        "<robin@example.com>",
        "robin@example.com, other@example.com",
        "robin@example.com;other@example.com",
        "robin@example.com other@example.com",
        "customers: robin@example.com, other@example.com;",
        "<@relay.example,@other.example:robin@example.com>",
        "@relay.example:robin@example.com",
        "robin%example.com@relay.example",
        "example.com!robin@relay.example",
        "robin@example.com (comment)",
        "robin@other@example.com",
        "robin@example.com\r\nBcc: all@example.com",
        "rö@example.com",
        "mailto:robin@example.com"
      })
  void takesNothingElse(String text) {
    assertThat(MailAddress.of(text)).isEmpty();
  }

  @Test
  void takesNoAddressLongerThanMailAllows() {
    assertThat(MailAddress.of("a".repeat(64) + "@example.com")).isPresent();
    assertThat(MailAddress.of("a".repeat(65) + "@example.com")).isEmpty();
    assertThat(MailAddress.of("a@" + "b.".repeat(130) + "example")).isEmpty();
    assertThat(MailAddress.of(null)).isEmpty();
  }
}
