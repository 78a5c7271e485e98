package dev.onboarding.coordinator.pipeline;

import dev.onboarding.coordinator.report.Email;
import java.net.URI;
import java.util.Locale;
import org.springframework.web.util.HtmlUtils;

/// The mail that tells a new customer where to learn; names are escaped.
final class TrainingMail {

  private final URI trainingUrl;

  TrainingMail(URI trainingUrl) {
    this.trainingUrl = trainingUrl;
  }

  Email to(String accountName, TenantMade tenant) {
    var text =
        """
        Hello %s,

        your %s tenant %s is ready. These materials lead your team through the first days:
        %s

        Your customer success team
        """
            .formatted(accountName, tier(tenant), tenant.tenantId(), trainingUrl);
    return new Email("training", "Training for your team", html(accountName, tenant), text);
  }

  private String html(String accountName, TenantMade tenant) {
    var url = HtmlUtils.htmlEscape(trainingUrl.toString());
    return """
    <!doctype html>
    <html lang="en">
    <head><meta charset="utf-8"><title>Training for your team</title></head>
    <body>
    <p>Hello %s,</p>
    <p>your %s tenant <strong>%s</strong> is ready.
    These materials lead your team through the first days:</p>
    <p><a href="%s">%s</a></p>
    <p>Your customer success team</p>
    </body>
    </html>
    """
        .formatted(
            HtmlUtils.htmlEscape(accountName),
            HtmlUtils.htmlEscape(tier(tenant)),
            HtmlUtils.htmlEscape(tenant.tenantId()),
            url,
            url);
  }

  private static String tier(TenantMade tenant) {
    var lower = tenant.tier().toLowerCase(Locale.ROOT);
    return lower.isEmpty() ? "" : Character.toUpperCase(lower.charAt(0)) + lower.substring(1);
  }
}
