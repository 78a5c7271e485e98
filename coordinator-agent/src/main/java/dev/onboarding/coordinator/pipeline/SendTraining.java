package dev.onboarding.coordinator.pipeline;

import dev.onboarding.coordinator.report.CustomerInput;
import dev.onboarding.coordinator.report.Email;
import dev.onboarding.coordinator.report.Emails;
import dev.onboarding.coordinator.run.Step;
import dev.onboarding.coordinator.run.StepContext;
import dev.onboarding.coordinator.run.StepName;
import dev.onboarding.coordinator.run.StepResult;
import java.net.URI;
import java.util.Set;

/// Mails the customer where to learn, after the welcome.
final class SendTraining implements Step<Told> {

  private final CustomerMail mail;
  private final Emails emails;
  private final URI trainingUrl;

  SendTraining(CustomerMail mail, Emails emails, URI trainingUrl) {
    this.mail = mail;
    this.emails = emails;
    this.trainingUrl = trainingUrl;
  }

  @Override
  public StepName<Told> name() {
    return StepNames.TRAINING;
  }

  @Override
  public Set<String> upstreams() {
    return Set.of("mail");
  }

  @Override
  public StepResult<Told> perform(StepContext context) {
    if (!context.known().required(StepNames.WELCOME).happened()) {
      return StepResult.done(
          Told.nobody("The customer was not welcomed, so no training was sent."));
    }
    return StepResult.done(
        mail.send(context, person -> to(context, person), person -> to(context, person)));
  }

  private Email to(StepContext context, Addressee person) {
    var tenant = context.known().required(StepNames.TENANT_READY);
    return emails.training(
        new CustomerInput.Training(
            CreateTenant.account(context.known().required(StepNames.GATHER)).accountName(),
            person.name(),
            tenant.tier(),
            tenant.loginUrl(),
            trainingUrl,
            context.run().correlationId()));
  }
}
