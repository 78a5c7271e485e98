package dev.onboarding.provisioning.credentials;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

/// The page behind a one-time link. Opening it shows a button; only pressing that shows the
/// credentials, so a mail scanner that follows links does not use them up.
@RestController
final class CredentialPage {

  static final String PATH = "/credentials";

  private final HandOver handOver;

  CredentialPage(HandOver handOver) {
    this.handOver = handOver;
  }

  @GetMapping(PATH + "/{token}")
  ResponseEntity<String> ask(@PathVariable String token) {
    return switch (handOver.look(token)) {
      case YES ->
          page(
              HttpStatus.OK,
              "Your credentials",
              """
              <p>Your credentials can be shown <strong>once</strong>. Have a safe place for them \
              ready, such as a password manager.</p>
              <form method="post"><button type="submit">Show the credentials</button></form>\
              """);
      case GONE -> gone();
      case UNKNOWN ->
          page(
              HttpStatus.NOT_FOUND,
              "No such link",
              "<p>This link leads nowhere. Please check that it is complete.</p>");
    };
  }

  @PostMapping(PATH + "/{token}")
  ResponseEntity<String> show(@PathVariable String token) {
    Optional<Map<String, String>> opened = handOver.open(token);
    return opened.isEmpty()
        ? gone()
        : page(
            HttpStatus.OK,
            "Your credentials",
            "<p>Keep these now; this page will not show them again.</p>\n<table>\n%s\n</table>"
                .formatted(rows(opened.get())));
  }

  private static String rows(Map<String, String> credentials) {
    return credentials.entrySet().stream()
        .map(entry ->
            "<tr><th scope=\"row\">%s</th><td><code>%s</code></td></tr>"
                .formatted(
                    HtmlUtils.htmlEscape(entry.getKey()), HtmlUtils.htmlEscape(entry.getValue())))
        .collect(Collectors.joining("\n"));
  }

  private static ResponseEntity<String> gone() {
    return page(
        HttpStatus.GONE,
        "This link was used or has expired",
        "<p>If you did not open it yourself, tell your contact at once: the credentials will be "
            + "replaced. Otherwise ask for a new link.</p>");
  }

  private static ResponseEntity<String> page(HttpStatus status, String title, String body) {
    return ResponseEntity.status(status)
        .contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
        .body(
            """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%1$s</title>
            <style>
            body { font: 1rem/1.5 system-ui, sans-serif; max-width: 40rem; margin: 4rem auto; padding: 0 1rem; }
            th { text-align: left; padding-right: 1rem; vertical-align: top; }
            code { overflow-wrap: anywhere; }
            button { font: inherit; padding: .5rem 1rem; }
            </style>
            </head>
            <body>
            <h1>%1$s</h1>
            %2$s
            </body>
            </html>
            """
                .formatted(title, body));
  }
}
