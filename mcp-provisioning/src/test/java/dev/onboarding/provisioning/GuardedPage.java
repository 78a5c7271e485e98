package dev.onboarding.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;

/// An answer that a browser neither keeps nor frames nor leaks.
final class GuardedPage {

  private GuardedPage() {}

  static HttpResponse<String> checked(HttpResponse<String> response, int status) {
    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(response.headers().allValues("Cache-Control")).containsExactly("no-store");
    assertThat(response.headers().allValues("Referrer-Policy")).containsExactly("no-referrer");
    assertThat(response.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
    assertThat(response.headers().allValues("Content-Security-Policy"))
        .singleElement()
        .asString()
        .contains("default-src 'none'", "frame-ancestors 'none'", "form-action 'self'");
    return response;
  }
}
