package dev.onboarding.coordinator.pipeline;

import static dev.onboarding.coordinator.RunningCoordinator.texts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.onboarding.coordinator.FakeSlack.Trouble;
import dev.onboarding.coordinator.PlayedAccounts.Story;
import dev.onboarding.coordinator.RunningCoordinator;
import org.junit.jupiter.api.Test;

class ThrottledSlackTests {

  private final RunningCoordinator coordinator = RunningCoordinator.shared();

  @Test
  void waitsAsLongAsSlackAsksAndTakesItForNoFailure() {
    coordinator.accounts.tell("J-THROTTLED", Story.SOUND);
    coordinator.slack.trouble(Trouble.THROTTLED);
    int lookups = coordinator.slack.lookups();

    var run = coordinator.rested("J-THROTTLED", "j-throttled");

    assertThat(run.path("state").asString()).as(run.toPrettyString()).isEqualTo("COMPLETED");
    assertThat(run.path("steps").valueStream()).noneMatch(step -> step.has("failure"));
    assertThat(texts(run.path("history"), "state")).doesNotContain("WAITING_UPSTREAM", "PARKED");
    assertThat(run.path("effects").valueStream())
        .filteredOn(effect -> effect.path("settled_tries").asInt() == 1)
        .singleElement()
        .satisfies(effect -> {
          assertThat(effect.path("kind").asString()).isEqualTo("slack");
          assertThat(effect.path("tries").asInt()).isEqualTo(2);
          assertThat(effect.has("reference")).isTrue();
        });
    assertThat(coordinator.slack.lookups()).isEqualTo(lookups);
  }
}
