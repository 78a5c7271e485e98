package dev.onboarding.coordinator.pipeline;

import dev.onboarding.coordinator.effect.EffectKey;
import dev.onboarding.coordinator.effect.Mail;
import dev.onboarding.coordinator.effect.Outbox;
import dev.onboarding.coordinator.report.Emails;
import dev.onboarding.coordinator.report.WelcomeInput;
import dev.onboarding.coordinator.run.Step;
import dev.onboarding.coordinator.run.StepContext;
import dev.onboarding.coordinator.run.StepName;
import dev.onboarding.coordinator.run.StepResult;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Issues the customer's credentials and mails the link to them. One step, because the link may
/// stand nowhere but in that mail: when the mail must be repeated, the same key gives the same link
/// again.
final class WelcomeCustomer implements Step<Told> {

  private final Provisioning provisioning;
  private final DecisionSigner signer;
  private final Outbox outbox;
  private final Emails emails;
  private final ReportFiles files;

  WelcomeCustomer(
      Provisioning provisioning,
      DecisionSigner signer,
      Outbox outbox,
      Emails emails,
      ReportFiles files) {
    this.provisioning = provisioning;
    this.signer = signer;
    this.outbox = outbox;
    this.emails = emails;
    this.files = files;
  }

  @Override
  public StepName<Told> name() {
    return StepNames.WELCOME;
  }

  @Override
  public StepResult<Told> perform(StepContext context) {
    Optional<String> customer = context.known().required(StepNames.GATHER).customerEmail();
    return StepResult.done(
        customer
            .map(address -> welcome(context, address))
            .orElseGet(() ->
                Told.nobody(
                    "Neither a signatory's nor an invoice's e-mail is known; the customer was"
                        + " not welcomed and no credentials were issued.")));
  }

  private Told welcome(StepContext context, String address) {
    var tenant = context.known().required(StepNames.TENANT_READY);
    var link = credentials(context, tenant);
    var mail = emails.welcome(input(context, tenant, link));
    files.write(context.run().id(), emails.welcome(input(context, tenant, null)));
    return Told.left(
        outbox.send(
            EffectKey.of(context.run(), context.key()),
            new Mail(List.of(address), mail.subject(), mail.text(), mail.html())));
  }

  private URI credentials(StepContext context, TenantMade tenant) {
    var account = CreateTenant.account(context.known().required(StepNames.GATHER));
    var order = SignedOrder.credentials(account.accountId(), tenant.tenantId());
    var decision = signer.sign(order, context.known(), context.now());
    return provisioning.credentials(tenant.tenantId(), decision, context.key()).oneTimeLink();
  }

  private static WelcomeInput input(
      StepContext context, TenantMade tenant, @Nullable URI credentials) {
    var gathered = context.known().required(StepNames.GATHER);
    var owner = gathered.owner();
    return new WelcomeInput(
        CreateTenant.account(gathered).accountName(),
        gathered.signatoryName().orElse(null),
        tenant.tenantId(),
        tenant.tier(),
        Objects.requireNonNull(tenant.loginUrl(), "login address of an active tenant"),
        credentials,
        owner.map(contact -> contact.name()).orElse(null),
        owner.map(contact -> contact.email()).orElse(null),
        context.run().correlationId());
  }
}
