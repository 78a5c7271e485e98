package dev.onboarding.sandbox.fault;

import dev.onboarding.sandbox.wire.Answer;
import dev.onboarding.sandbox.wire.Call;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// An answer that nobody can read: a proxy's HTML page, or JSON that stops in the middle.
final class Garbage {

  private static final String PAGE =
      "<html><head><title>Service</title></head><body><h1>We'll be right back</h1></body></html>";

  private Garbage() {}

  static Answer insteadOf(Answer answer, Call call) {
    boolean html = (call.path().length() + call.body().length) % 2 == 0;
    return html
        ? Answer.text(200, "text/html;charset=UTF-8", PAGE)
        : Answer.text(200, "application/json;charset=UTF-8", half(answer.body()));
  }

  private static String half(byte[] body) {
    String half = new String(Arrays.copyOf(body, body.length / 2), StandardCharsets.UTF_8);
    return half.isEmpty() ? "{\"items\":[" : half;
  }
}
