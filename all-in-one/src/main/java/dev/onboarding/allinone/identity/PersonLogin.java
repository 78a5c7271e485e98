package dev.onboarding.allinone.identity;

import dev.onboarding.edge.EdgeJson;
import dev.onboarding.model.secret.Secret;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Logs a person in at the local authorization server as a browser would, with the password that
/// was typed: authorization code, PKCE, no shortcut.
public final class PersonLogin {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
  private static final Pattern CODE = Pattern.compile("[?&]code=([^&]+)");
  private static final Base64.Encoder URL_SAFE = Base64.getUrlEncoder().withoutPadding();

  private final URI issuer;
  private final String client;
  private final @Nullable Secret clientSecret;
  private final String redirect;
  private final HttpClient browser =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(3))
          .cookieHandler(new CookieManager())
          .build();

  /// @param client that asks in the person's name
  /// @param clientSecret null of a client that has none
  /// @param redirect where the client would wait for the code
  public PersonLogin(int port, String client, @Nullable Secret clientSecret, String redirect) {
    this.issuer = URI.create(IdentitySettings.issuer(port));
    this.client = client;
    this.clientSecret = clientSecret;
    this.redirect = redirect;
  }

  /// As the command.
  public static PersonLogin ofCommand(int port, Secret clientSecret) {
    return new PersonLogin(port, Clients.COMMAND, clientSecret, "http://127.0.0.1/callback");
  }

  /// @param resource the audience of the server that the token is for
  /// @param scope what is asked for, separated by spaces
  /// @throws IllegalStateException when the person is not let in, with the reason
  public String token(IdentitySettings.Person person, URI resource, String scope) {
    String verifier = random();
    URI start =
        issuer.resolve(
            "/oauth2/authorize?"
                + form(
                    Map.of(
                        "response_type",
                        "code",
                        "client_id",
                        client,
                        "redirect_uri",
                        redirect,
                        "scope",
                        scope,
                        "state",
                        random(),
                        "resource",
                        resource.toString(),
                        "code_challenge",
                        challenge(verifier),
                        "code_challenge_method",
                        "S256")));
    URI login = redirected(page(start));
    URI saved = redirected(loggedIn(login, person));
    if (saved.getPath().equals("/login")) {
      throw new IllegalStateException(
          "The password of %s is not the right one.".formatted(person.name()));
    }
    Matcher code = CODE.matcher(redirected(page(saved)).toString());
    if (!code.find()) {
      throw new IllegalStateException(
          "The authorization server gives %s no token for %s.".formatted(person.name(), resource));
    }
    return exchanged(code.group(1), verifier, resource);
  }

  private HttpResponse<String> loggedIn(URI login, IdentitySettings.Person person) {
    Matcher csrf = CSRF.matcher(page(login).body());
    if (!csrf.find()) {
      throw new IllegalStateException("The login page at " + login + " cannot be read.");
    }
    return sent(
        request(issuer.resolve("/login"))
            .POST(
                body(
                    Map.of(
                        "username", person.name(),
                        "password", person.password().reveal(),
                        "_csrf", csrf.group(1)))));
  }

  private String exchanged(String code, String verifier, URI resource) {
    var request =
        request(issuer.resolve("/oauth2/token"))
            .POST(
                body(
                    Map.of(
                        "grant_type", "authorization_code",
                        "client_id", client,
                        "code", code,
                        "redirect_uri", redirect,
                        "code_verifier", verifier,
                        "resource", resource.toString())));
    if (clientSecret != null) {
      String pair = client + ":" + clientSecret.reveal();
      request.header(
          "Authorization",
          "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
    }
    var answer = sent(request);
    String token =
        answer.statusCode() == 200
            ? EdgeJson.mapper().readTree(answer.body()).path("access_token").asString("")
            : "";
    if (token.isEmpty()) {
      throw new IllegalStateException(
          "The authorization server gives no token for %s (status %d)."
              .formatted(resource, answer.statusCode()));
    }
    return token;
  }

  private HttpResponse<String> page(URI address) {
    return sent(request(address).GET());
  }

  /// As a browser: a page to come back to after the login is kept only for one who wants a page.
  private static HttpRequest.Builder request(URI address) {
    return HttpRequest.newBuilder(address)
        .timeout(PATIENCE)
        .header("Accept", "text/html")
        .header("Content-Type", "application/x-www-form-urlencoded");
  }

  private HttpResponse<String> sent(HttpRequest.Builder request) {
    try {
      return browser.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException("The authorization server at " + issuer + " is away", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while logging in", e);
    }
  }

  private URI redirected(HttpResponse<String> answer) {
    return answer
        .headers()
        .firstValue("Location")
        .map(issuer::resolve)
        .orElseThrow(() ->
            new IllegalStateException(
                "The authorization server answers %d instead of going on."
                    .formatted(answer.statusCode())));
  }

  private static HttpRequest.BodyPublisher body(Map<String, String> fields) {
    return HttpRequest.BodyPublishers.ofString(form(fields));
  }

  private static String form(Map<String, String> fields) {
    return new TreeMap<>(fields)
        .entrySet().stream()
            .map(field ->
                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
  }

  private static String random() {
    byte[] bytes = new byte[32];
    new SecureRandom().nextBytes(bytes);
    return URL_SAFE.encodeToString(bytes);
  }

  private static String challenge(String verifier) {
    try {
      return URL_SAFE.encodeToString(
          MessageDigest.getInstance("SHA-256")
              .digest(verifier.getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
