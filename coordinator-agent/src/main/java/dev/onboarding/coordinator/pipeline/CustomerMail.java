package dev.onboarding.coordinator.pipeline;

import dev.onboarding.coordinator.effect.EffectKey;
import dev.onboarding.coordinator.effect.Mail;
import dev.onboarding.coordinator.effect.MailRelay;
import dev.onboarding.coordinator.effect.Outbox;
import dev.onboarding.coordinator.report.Email;
import dev.onboarding.coordinator.run.StepContext;
import dev.onboarding.model.FailureException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Writes to the first of the customer's people who can be reached. An address that cannot be
/// written to is told in the report; it never stops a run.
final class CustomerMail {

  private final Outbox outbox;
  private final ReportFiles files;

  CustomerMail(Outbox outbox, ReportFiles files) {
    this.outbox = outbox;
    this.files = files;
  }

  /// @param kept the mail as it may be kept on file
  /// @param sent the mail as it leaves
  Told send(StepContext context, Function<Addressee, Email> kept, Function<Addressee, Email> sent) {
    var gathered = context.known().required(StepNames.GATHER);
    var people = gathered.customers();
    for (int i = 0; i < people.size(); i++) {
      var person = people.get(i);
      // Another recipient is another effect; the first keeps the step's own key.
      var key = i == 0 ? context.key() : context.key() + "/" + (i + 1);
      var reference = reached(EffectKey.of(context, key), person, sent.apply(person));
      if (reference.isPresent()) {
        files.write(context.run().id(), kept.apply(person));
        return new Told(reference.get(), warning(gathered, person));
      }
    }
    return Told.nobody(
        "No address of the customer's can be written to, neither a signatory's nor the invoice's;"
            + " nothing was sent.");
  }

  private Optional<String> reached(EffectKey key, Addressee person, Email mail) {
    var to = List.of(person.address().value());
    try {
      return Optional.of(outbox.send(key, new Mail(to, mail.subject(), mail.text(), mail.html())));
    } catch (FailureException failed) {
      if (MailRelay.unreachable(failed)) {
        return Optional.empty();
      }
      throw failed;
    }
  }

  private static @Nullable String warning(Gathered gathered, Addressee reached) {
    boolean signatory = gathered.signatory().filter(reached::equals).isPresent();
    return signatory || !gathered.namesSignatoryAddress()
        ? null
        : "The signatory's address cannot be written to; the invoice's was used.";
  }
}
