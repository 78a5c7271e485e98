package dev.onboarding.coordinator.pipeline;

import dev.onboarding.coordinator.report.Emails;
import dev.onboarding.coordinator.report.WelcomeInput;
import dev.onboarding.coordinator.run.Step;
import dev.onboarding.coordinator.run.StepContext;
import dev.onboarding.coordinator.run.StepName;
import dev.onboarding.coordinator.run.StepResult;
import java.net.URI;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Issues the customer's credentials and mails the link to them. One step, because the link may
/// stand nowhere but in that mail: when the mail must be repeated, the same key gives the same link
/// again.
final class WelcomeCustomer implements Step<Told> {

  private final Provisioning provisioning;
  private final DecisionSigner signer;
  private final CustomerMail mail;
  private final Emails emails;

  WelcomeCustomer(
      Provisioning provisioning, DecisionSigner signer, CustomerMail mail, Emails emails) {
    this.provisioning = provisioning;
    this.signer = signer;
    this.mail = mail;
    this.emails = emails;
  }

  @Override
  public StepName<Told> name() {
    return StepNames.WELCOME;
  }

  @Override
  public Set<String> upstreams() {
    return Set.of("provisioner", "mail");
  }

  @Override
  public StepResult<Told> perform(StepContext context) {
    if (context.known().required(StepNames.GATHER).customers().isEmpty()) {
      return StepResult.done(
          Told.nobody(
              "Neither a signatory's nor an invoice's usable e-mail is known; the customer was"
                  + " not welcomed and no credentials were issued."));
    }
    var tenant = context.known().required(StepNames.TENANT_READY);
    var link = credentials(context, tenant);
    return StepResult.done(
        mail.send(
            context,
            person -> emails.welcome(input(context, tenant, person, null)),
            person -> emails.welcome(input(context, tenant, person, link))));
  }

  private URI credentials(StepContext context, TenantMade tenant) {
    var account = CreateTenant.account(context.known().required(StepNames.GATHER));
    var order = SignedOrder.credentials(account.accountId(), tenant.tenantId());
    var decision = signer.sign(order, context.known(), context.now());
    return provisioning.credentials(tenant.tenantId(), decision, context.key()).oneTimeLink();
  }

  private static WelcomeInput input(
      StepContext context, TenantMade tenant, Addressee person, @Nullable URI credentials) {
    var gathered = context.known().required(StepNames.GATHER);
    var owner = gathered.owner();
    return new WelcomeInput(
        CreateTenant.account(gathered).accountName(),
        person.name(),
        tenant.tenantId(),
        tenant.tier(),
        Objects.requireNonNull(tenant.loginUrl(), "login address of an active tenant"),
        credentials,
        owner.map(contact -> contact.name()).orElse(null),
        owner.map(contact -> contact.email()).orElse(null),
        context.run().correlationId());
  }
}
