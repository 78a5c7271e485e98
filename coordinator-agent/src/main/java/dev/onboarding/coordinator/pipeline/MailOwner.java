package dev.onboarding.coordinator.pipeline;

import dev.onboarding.coordinator.effect.EffectKey;
import dev.onboarding.coordinator.effect.Mail;
import dev.onboarding.coordinator.effect.MailAddress;
import dev.onboarding.coordinator.effect.MailRelay;
import dev.onboarding.coordinator.effect.Outbox;
import dev.onboarding.coordinator.report.Email;
import dev.onboarding.coordinator.run.Step;
import dev.onboarding.coordinator.run.StepContext;
import dev.onboarding.coordinator.run.StepName;
import dev.onboarding.coordinator.run.StepResult;
import dev.onboarding.model.FailureException;
import dev.onboarding.model.finding.OwnerFinding;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Mails the account's owner and customer success what was decided, once.
final class MailOwner implements Step<Told> {

  private final StepName<Told> name;
  private final Outbox outbox;
  private final String customerSuccess;
  private final ReportFiles files;
  private final Function<StepContext, Email> email;

  MailOwner(
      String name,
      Outbox outbox,
      String customerSuccess,
      ReportFiles files,
      Function<StepContext, Email> email) {
    this.name = new StepName<>(name, Told.class);
    this.outbox = outbox;
    this.customerSuccess = customerSuccess;
    this.files = files;
    this.email = email;
  }

  @Override
  public StepName<Told> name() {
    return name;
  }

  @Override
  public Set<String> upstreams() {
    return Set.of("mail");
  }

  @Override
  public StepResult<Told> perform(StepContext context) {
    var mail = email.apply(context);
    files.write(context.run().id(), mail);
    var to = recipients(context);
    try {
      return StepResult.done(
          new Told(
              outbox.send(
                  EffectKey.of(context, context.key()),
                  new Mail(to, mail.subject(), mail.text(), mail.html())),
              warning(context)));
    } catch (FailureException failed) {
      if (MailRelay.unreachable(failed)) {
        return StepResult.done(
            Told.nobody("The relay refused the addresses of owner and customer success."));
      }
      throw failed;
    }
  }

  private List<String> recipients(StepContext context) {
    var owner = ownerEmail(context).flatMap(MailAddress::of).map(MailAddress::value);
    return Stream.concat(owner.stream(), Stream.of(customerSuccess)).distinct().toList();
  }

  private static @Nullable String warning(StepContext context) {
    return ownerEmail(context)
        .filter(email -> MailAddress.of(email).isEmpty())
        .map(unusable -> "The owner's address cannot be written to; customer success alone was.")
        .orElse(null);
  }

  private static Optional<String> ownerEmail(StepContext context) {
    return context
        .known()
        .required(StepNames.GATHER)
        .owner()
        .filter(OwnerFinding::active)
        .map(OwnerFinding::email)
        .filter(email -> !email.isBlank());
  }
}
