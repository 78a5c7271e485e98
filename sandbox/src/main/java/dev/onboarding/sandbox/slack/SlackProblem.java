package dev.onboarding.sandbox.slack;

import dev.onboarding.sandbox.wire.Answer;
import dev.onboarding.sandbox.wire.Json;

/// A refusal as Slack words it: status 200, `ok` false, and a code.
final class SlackProblem extends RuntimeException {

  SlackProblem(String code) {
    super(code);
  }

  Answer answer() {
    return answer(200);
  }

  Answer answer(int status) {
    return Answer.json(status, Json.object().put("ok", false).put("error", getMessage()));
  }
}
