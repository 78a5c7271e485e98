package dev.onboarding.coordinator.pipeline;

import dev.onboarding.coordinator.effect.Delivery;
import dev.onboarding.coordinator.effect.EffectKey;
import dev.onboarding.coordinator.effect.Outbox;
import dev.onboarding.coordinator.effect.SlackPost;
import dev.onboarding.coordinator.report.SlackMessage;
import dev.onboarding.coordinator.run.Step;
import dev.onboarding.coordinator.run.StepContext;
import dev.onboarding.coordinator.run.StepName;
import dev.onboarding.coordinator.run.StepResult;
import java.util.Set;
import java.util.function.Function;

/// Tells a channel about the run, once.
final class TellSlack implements Step<Told> {

  private final StepName<Told> name;
  private final Outbox outbox;
  private final String channel;
  private final Function<StepContext, SlackMessage> message;

  TellSlack(
      String name, Outbox outbox, String channel, Function<StepContext, SlackMessage> message) {
    this.name = new StepName<>(name, Told.class);
    this.outbox = outbox;
    this.channel = channel;
    this.message = message;
  }

  @Override
  public StepName<Told> name() {
    return name;
  }

  @Override
  public Set<String> upstreams() {
    return Set.of("slack");
  }

  @Override
  public StepResult<Told> perform(StepContext context) {
    var text = message.apply(context);
    var delivery =
        outbox.offer(
            EffectKey.of(context, context.key()),
            new SlackPost(channel, text.text(), text.blocks()));
    return switch (delivery) {
      case Delivery.Left(var reference) -> StepResult.done(Told.left(reference));
      // Nothing is wrong with Slack: the run goes on with what it is doing, only later.
      case Delivery.Later(var delay) -> StepResult.waiting(context.run().state(), delay);
    };
  }
}
