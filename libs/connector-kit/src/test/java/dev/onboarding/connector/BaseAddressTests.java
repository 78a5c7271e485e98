package dev.onboarding.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BaseAddressTests {

  @ParameterizedTest
  @CsvSource({
    "https://acme.example, https://acme.example/v1/x",
    "https://acme.example/, https://acme.example/v1/x",
    "'  https://acme.example//  ', https://acme.example/v1/x",
    "http://127.0.0.1:8099/docusign/, http://127.0.0.1:8099/docusign/v1/x"
  })
  void putsAPathBehindItself(String setting, String address) {
    assertThat(BaseAddress.of("ACME_URL", setting).at("/v1/x")).hasToString(address);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "acme.example",
        "//acme.example",
        "https:///path",
        "https://acme.example?x=1",
        "https://acme.example#x",
        "ftp://acme.example",
        "http://acme.example",
        "http://127.0.0.1.acme.example",
        "mailto:a@acme.example",
        "https://acme example",
        ""
      })
  void namesTheSettingThatIsNoAddress(String setting) {
    assertThatThrownBy(() -> BaseAddress.of("ACME_URL", setting))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "ACME_URL '%s' is no address: give https:// and a host (http:// only on this machine)",
            setting);
  }

  @Test
  void printsAsTheAddress() {
    assertThat(BaseAddress.of("ACME_URL", "https://acme.example/"))
        .hasToString("https://acme.example");
  }
}
