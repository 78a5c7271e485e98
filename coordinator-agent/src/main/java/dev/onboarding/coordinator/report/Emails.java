package dev.onboarding.coordinator.report;

import java.util.List;
import java.util.Map;

/// Writes the e-mails of a run; everything that came from outside is escaped.
public final class Emails {

  private static final int SUBJECT_MOST = 150;

  private final Templates templates = new Templates();

  /// To the owner and CS: what stands against the onboarding, and who must do what.
  public Email blocked(ReportInput input) {
    return internal(
        "blocked",
        input,
        "Blocked",
        "The tenant was not switched on. The run goes on by itself once the facts below have"
            + " changed.",
        List.of());
  }

  /// To the owner and CS: what a person must decide, and how.
  public Email escalation(ReportInput input) {
    String run = Texts.clean(input.run().id());
    return internal(
        "escalation",
        input,
        "Your decision is needed",
        "Nothing blocks the onboarding, but the points below need a person's decision. Until then"
            + " the run waits.",
        List.of(
            "./onboarding approve " + run + " --reason \"…\"",
            "./onboarding reject " + run + " --reason \"…\""));
  }

  /// To the owner and CS: the tenant is there, and what comes next.
  public Email success(ReportInput input) {
    return internal(
        "success",
        input,
        "Tenant is ready",
        "The customer's tenant was switched on, and the onboarding checklist has started.",
        List.of());
  }

  /// To the customer: no finding, no rule, nothing internal.
  public Email welcome(WelcomeInput input) {
    return new Email(
        "welcome",
        subject("Welcome, " + input.accountName() + ": your tenant is ready"),
        templates.fill("welcome.html", Map.of("welcome", WelcomeView.of(input, Texts.HTML))),
        templates.fill("welcome.txt", Map.of("welcome", WelcomeView.of(input, Texts.PLAIN))));
  }

  private Email internal(
      String kind, ReportInput input, String headline, String lead, List<String> commands) {
    String account = ReportViews.accountOf(input.run());
    return new Email(
        kind,
        subject("%s: onboarding of %s".formatted(headline, account)),
        templates.fill("email.html", values(input, Texts.HTML, headline, lead, commands)),
        templates.fill("email.txt", values(input, Texts.PLAIN, headline, lead, commands)));
  }

  private static Map<String, Object> values(
      ReportInput input, Texts texts, String headline, String lead, List<String> commands) {
    return Map.of(
        "report", new ReportViews(texts).of(input),
        "headline", headline,
        "lead", lead,
        "commands", commands);
  }

  /// A line break in a name must not become a header.
  private static String subject(String text) {
    return Texts.shortened(Texts.clean(text), SUBJECT_MOST);
  }
}
