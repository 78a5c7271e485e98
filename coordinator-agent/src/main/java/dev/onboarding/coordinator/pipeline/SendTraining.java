package dev.onboarding.coordinator.pipeline;

import dev.onboarding.coordinator.effect.EffectKey;
import dev.onboarding.coordinator.effect.Mail;
import dev.onboarding.coordinator.effect.Outbox;
import dev.onboarding.coordinator.run.Step;
import dev.onboarding.coordinator.run.StepContext;
import dev.onboarding.coordinator.run.StepName;
import dev.onboarding.coordinator.run.StepResult;
import java.net.URI;
import java.util.List;

/// Mails the customer where to learn, after the welcome.
final class SendTraining implements Step<Told> {

  private final Outbox outbox;
  private final TrainingMail mails;
  private final ReportFiles files;

  SendTraining(Outbox outbox, URI trainingUrl, ReportFiles files) {
    this.outbox = outbox;
    this.mails = new TrainingMail(trainingUrl);
    this.files = files;
  }

  @Override
  public StepName<Told> name() {
    return StepNames.TRAINING;
  }

  @Override
  public StepResult<Told> perform(StepContext context) {
    var gathered = context.known().required(StepNames.GATHER);
    var customer = gathered.customerEmail();
    if (customer.isEmpty() || !context.known().required(StepNames.WELCOME).happened()) {
      return StepResult.done(
          Told.nobody("The customer was not welcomed, so no training was sent."));
    }
    var mail =
        mails.to(
            CreateTenant.account(gathered).accountName(),
            context.known().required(StepNames.TENANT_READY));
    files.write(context.run().id(), mail);
    return StepResult.done(
        Told.left(
            outbox.send(
                EffectKey.of(context.run(), context.key()),
                new Mail(List.of(customer.get()), mail.subject(), mail.text(), mail.html()))));
  }
}
