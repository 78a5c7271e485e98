package dev.onboarding.coordinator.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onboarding.agentkit.ClientProperties;
import dev.onboarding.model.secret.Secret;
import dev.onboarding.testkit.TestIssuer;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.util.UriComponentsBuilder;

class BrowserLoginTests {

  private final TestIssuer issuer = new TestIssuer();
  private final CodeLogin login =
      new CodeLogin(
          URI.create("https://issuer.test/authorize"),
          "coordinator-agent",
          URI.create("https://coordinator.test/login/callback"),
          "https://coordinator.test/mcp",
          "coordinator-agent.read");
  private final BrowserLogin filter =
      new BrowserLogin(
          login,
          new CodeExchange(
              new ClientProperties(
                  "coordinator-agent",
                  new Secret("a-secret"),
                  "",
                  issuer.tokenUrl(),
                  Map.of(),
                  Map.of(),
                  Duration.ofSeconds(10)),
              login,
              Clock.systemUTC()));
  private final MockFilterChain chain = new MockFilterChain();
  private final MockHttpServletResponse response = new MockHttpServletResponse();

  @AfterEach
  void stop() {
    issuer.close();
  }

  @Test
  void leavesEverybodyAloneWhoIsNoBrowserReadingAPage() throws Exception {
    var client = request("GET", "/api/runs");
    client.addHeader("Accept", "application/json");

    filter.doFilter(client, response, chain);

    assertThat(chain.getRequest()).isSameAs(client);
  }

  @Test
  void makesNoCookieCountForWhatChangesSomething() throws Exception {
    var post = request("POST", "/api/runs/1/cancel");
    post.addHeader("Accept", "text/html");
    post.setCookies(new Cookie("ONBOARDING_TOKEN", "a.b.c"));

    filter.doFilter(post, response, chain);

    assertThat(((HttpServletRequest) chain.getRequest()).getHeader("Authorization")).isNull();
  }

  @Test
  void sendsABrowserToTheLoginAndShowsTheTokenThatItBringsBack() throws Exception {
    filter.doFilter(page("/api/runs/1/report.html"), response, chain);
    var sent = UriComponentsBuilder.fromUriString(response.getRedirectedUrl()).build();
    var state = sent.getQueryParams().getFirst("state");
    assertThat(response.getRedirectedUrl())
        .startsWith("https://issuer.test/authorize?")
        .contains("client_id=coordinator-agent", "code_challenge_method=S256");

    var back = request("GET", BrowserLogin.CALLBACK);
    back.setParameter("code", "the-code");
    back.setParameter("state", state);
    back.setCookies(response.getCookie("ONBOARDING_ATTEMPT"));
    var finished = new MockHttpServletResponse();
    filter.doFilter(back, finished, chain);

    assertThat(finished.getRedirectedUrl()).isEqualTo("/api/runs/1/report.html");
    assertThat(issuer.asked("code")).isEqualTo("the-code");
    assertThat(issuer.asked("code_verifier")).isNotBlank();
    Cookie token = finished.getCookie("ONBOARDING_TOKEN");
    assertThat(token.isHttpOnly()).isTrue();
    assertThat(token.getSecure()).isTrue();
    assertThat(token.getPath()).isEqualTo("/api");

    var again = page("/api/runs/1/report.html");
    again.setCookies(token);
    filter.doFilter(again, new MockHttpServletResponse(), chain);
    assertThat(((HttpServletRequest) chain.getRequest()).getHeader("Authorization"))
        .isEqualTo("Bearer " + token.getValue());
  }

  @Test
  void finishesNoLoginThatThisBrowserDidNotBegin() throws Exception {
    filter.doFilter(page("/api/runs"), response, chain);
    var foreign = request("GET", BrowserLogin.CALLBACK);
    foreign.setParameter("code", "the-code");
    foreign.setParameter("state", "guessed");
    foreign.setCookies(response.getCookie("ONBOARDING_ATTEMPT"));
    var without = request("GET", BrowserLogin.CALLBACK);
    without.setParameter("code", "the-code");
    without.setParameter("state", "any");

    for (var request : new MockHttpServletRequest[] {foreign, without}) {
      var refused = new MockHttpServletResponse();
      filter.doFilter(request, refused, chain);
      assertThat(refused.getStatus()).isEqualTo(400);
    }
    assertThat(issuer.given()).isZero();
  }

  private static MockHttpServletRequest page(String path) {
    var request = request("GET", path);
    request.addHeader("Accept", "text/html,application/xhtml+xml");
    return request;
  }

  private static MockHttpServletRequest request(String method, String path) {
    return new MockHttpServletRequest(method, path);
  }
}
