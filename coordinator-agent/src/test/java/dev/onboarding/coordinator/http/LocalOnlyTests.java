package dev.onboarding.coordinator.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onboarding.edge.EdgeJson;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.servlet.ServletException;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class LocalOnlyTests {

  private final LocalOnly filter =
      new LocalOnly(EdgeJson.mapper(), new Refusals(new SimpleMeterRegistry()));
  private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/api/runs");
  private final MockHttpServletResponse response = new MockHttpServletResponse();

  LocalOnlyTests() {
    request.setRemoteAddr("127.0.0.1");
    request.addHeader("Host", "127.0.0.1:8080");
  }

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, localhost:8080",
    "127.0.0.1, LOCALHOST",
    "127.0.0.53, 127.0.0.1",
    "::1, [::1]:8080"
  })
  void servesThisMachine(String address, String host) throws Exception {
    request.setRemoteAddr(address);
    request.removeHeader("Host");
    request.addHeader("Host", host);

    assertThat(isServed()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"192.168.1.7", "10.0.0.1", "2001:db8::1", "0.0.0.0"})
  void refusesOtherMachines(String address) throws Exception {
    request.setRemoteAddr(address);

    assertThat(isServed()).isFalse();
    assertThat(response.getStatus()).isEqualTo(403);
    assertThat(response.getContentType()).startsWith("application/problem+json");
    assertThat(response.getContentAsString()).contains("urn:onboarding:problem:local-only");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"evil.example", "localhost.evil.example", "127.0.0.1.evil.example:8080", ""})
  void refusesAForeignNameForThisMachine(String host) throws Exception {
    request.removeHeader("Host");
    request.addHeader("Host", host);

    assertThat(isServed()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example",
        "http://localhost.evil.example",
        "null",
        "",
        "http://127.0.0.1:3000",
        "http://127.0.0.1",
        "https://127.0.0.1:8080",
        "http://localhost:8080"
      })
  void refusesAPageFromElsewhere(String origin) throws Exception {
    request.addHeader("Origin", origin);

    assertThat(isServed()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"127.0.0.1:8080", "localhost:8080", "localhost", "[::1]:8080"})
  void servesAPageOfItsOwn(String host) throws Exception {
    request.removeHeader("Host");
    request.addHeader("Host", host);
    request.addHeader("Origin", "http://" + host);

    assertThat(isServed()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "same-origin, true",
    "none, true",
    "same-site, false",
    "cross-site, false",
    "anything, false"
  })
  void servesABrowserThatAsksFromItsOwnPage(String site, boolean served) throws Exception {
    request.addHeader("Sec-Fetch-Site", site);

    assertThat(isServed()).isEqualTo(served);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Forwarded",
        "Via",
        "X-Real-IP",
        "x-real-ip",
        "X-Forwarded-For",
        "X-Forwarded-Host",
        "X-Forwarded-Proto",
        "x-forwarded-anything"
      })
  void refusesWhatCameThroughSomebodyElse(String header) throws Exception {
    request.addHeader(header, "203.0.113.7");

    assertThat(isServed()).isFalse();
  }

  private boolean isServed() throws ServletException, IOException {
    var chain = new MockFilterChain();
    filter.doFilter(request, response, chain);
    return chain.getRequest() != null;
  }
}
