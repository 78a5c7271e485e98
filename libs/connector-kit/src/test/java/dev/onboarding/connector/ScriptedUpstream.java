package dev.onboarding.connector;

import dev.onboarding.model.ErrorType;
import dev.onboarding.model.Failure;
import dev.onboarding.model.FailureException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// An upstream that answers from a script and remembers what it was sent.
final class ScriptedUpstream implements Upstream {

  static final UpstreamRequest READ = UpstreamRequest.get("read", URI.create("http://upstream/x"));
  static final UpstreamRequest WRITE =
      UpstreamRequest.json("write", "POST", URI.create("http://upstream/x"), new byte[0], false);

  final List<UpstreamRequest> sent = new ArrayList<>();
  private final Deque<Supplier<UpstreamResponse>> script = new ArrayDeque<>();

  ScriptedUpstream answers(int status) {
    script.add(() -> new UpstreamResponse(status, Map.of(), new byte[0]));
    return this;
  }

  ScriptedUpstream fails(ErrorType type, String code) {
    return failsAskingFor(type, code, null);
  }

  ScriptedUpstream failsAskingFor(ErrorType type, String code, Duration retryAfter) {
    script.add(() -> {
      throw new FailureException(Failure.of(type, code, null, "scripted"), retryAfter, null);
    });
    return this;
  }

  @Override
  public UpstreamResponse send(UpstreamRequest request) {
    sent.add(request);
    return script.size() > 1 ? script.remove().get() : script.element().get();
  }
}
