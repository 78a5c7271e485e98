package dev.onboarding.agentkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.onboarding.model.ErrorType;
import dev.onboarding.model.Failure;
import dev.onboarding.model.FailureException;
import dev.onboarding.testkit.SettableClock;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/// A server that lacks a tool, gets it, loses it and is away.
class ServerContractTests {

  private static final Duration RECHECK = Duration.ofSeconds(5);
  private static final NeededTool NEED =
      new NeededTool("billing", "billing_get", List.of(), List.of(new WireField("due", true)));

  private final SettableClock clock = SettableClock.at(Instant.EPOCH);
  private final ServerContract contract =
      new ServerContract("billing", "finance-agent", List.of(NEED), RECHECK, clock);
  private List<Tool> listed = List.of(tool("due"));
  private int looks;
  private final Supplier<List<Tool>> listing =
      () -> {
        looks++;
        return listed;
      };

  @Test
  void looksOnceAtAServerThatHasEverything() {
    contract.require("billing_get", listing);
    contract.answered("billing_get", "billing/1.0.0", listing);
    clock.advance(Duration.ofDays(1));
    contract.require("billing_get", listing);
    contract.answered("billing_get", "billing/1.0.0", listing);

    assertThat(looks).isEqualTo(1);
  }

  @Test
  void saysWhatIsLackingAndRecoversByItself() {
    listed = List.of(tool("due_date"));

    Failure failure = failure();
    listed = List.of(tool("due"));
    Failure tooSoon = failure();
    clock.advance(RECHECK.plusMillis(1));

    assertThat(failure.errorCode()).isEqualTo("CONTRACT_LACKING");
    assertThat(failure.message())
        .isEqualTo("finance-agent needs billing_get of billing, and it does not answer due.");
    assertThat(ServerAway.isWhy(failure)).isTrue();
    assertThat(tooSoon).isEqualTo(failure);
    assertThatCode(() -> contract.require("billing_get", listing)).doesNotThrowAnyException();
    assertThat(looks).isEqualTo(2);
  }

  @Test
  void readsNothingThatAnotherVersionAnsweredBeforeItHasLooked() {
    contract.require("billing_get", listing);
    contract.answered("billing_get", "billing/1.0.0", listing);
    listed = List.of(tool("due_date"));

    var refused =
        catchThrowableOfType(
            FailureException.class,
            () -> contract.answered("billing_get", "billing/2.0.0", listing));

    assertThat(refused.failure().errorCode()).isEqualTo("CONTRACT_LACKING");
  }

  @Test
  void leavesAServerThatIsAwayToItsOwnFailure() {
    Supplier<List<Tool>> away =
        () -> {
          throw new FailureException(
              Failure.of(ErrorType.NETWORK, ServerAway.UNREACHABLE, null, "It is away."));
        };

    assertThatCode(() -> contract.require("billing_get", away)).doesNotThrowAnyException();
    assertThat(contract.lacks(away)).isEmpty();
  }

  @Test
  void asksNothingOfToolsThatNobodyNeeds() {
    listed = List.of(tool("due_date"));

    assertThatCode(() -> contract.require("billing_other", listing)).doesNotThrowAnyException();
  }

  private Failure failure() {
    return catchThrowableOfType(
            FailureException.class, () -> contract.require("billing_get", listing))
        .failure();
  }

  private static Tool tool(String field) {
    return Tool.builder("billing_get", Map.of("type", "object"))
        .outputSchema(
            Map.of(
                "type",
                "object",
                "properties",
                Map.of(field, Map.of("type", "string")),
                "required",
                List.of(field)))
        .build();
  }
}
