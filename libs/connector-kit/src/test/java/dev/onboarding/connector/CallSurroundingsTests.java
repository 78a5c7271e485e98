package dev.onboarding.connector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onboarding.model.CallContext;
import dev.onboarding.testkit.SettableClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

class CallSurroundingsTests {

  @Test
  void areThoseOfTheCallThatTheThreadWorksFor() {
    var around =
        CallSurroundings.ofCurrentCall(
            SettableClock.at(Surroundings.NOW), new SimpleMeterRegistry(), Bookkeeping.NONE);
    var call = new CallContext("run", "corr-1", "caller", Surroundings.NOW.plusSeconds(5));

    call.run(() -> {
      assertThat(around.correlation().get()).isEqualTo("corr-1");
      assertThat(around.deadline().get()).isEqualTo(Surroundings.NOW.plusSeconds(5));
    });
    assertThat(around.correlation().get()).isNull();
    assertThat(around.deadline().get()).isNull();
  }
}
