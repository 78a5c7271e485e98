package dev.onboarding.coordinator.report;

import dev.onboarding.model.decision.Verdict;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Writes every e-mail that leaves; everything that came from outside is escaped.
public final class Emails {

  private static final int SUBJECT_MOST = 150;

  private final Templates templates = new Templates();

  /// To the owner and CS: what stands against the onboarding, and who must do what.
  public Email blocked(ReportInput input) {
    return internal(
        "blocked",
        input,
        "block",
        "Blocked",
        "The tenant was not switched on. Once what is listed below has changed, send the trigger"
            + " again.",
        List.of());
  }

  /// To the owner and CS: what a person must decide, and how.
  public Email escalation(ReportInput input) {
    String run = Texts.clean(input.run().id());
    return internal(
        "escalation",
        input,
        "escalate",
        "Your decision is needed",
        lead(input.decision().verdict()),
        List.of(
            "./onboarding approve " + run + " --reason \"…\"",
            "./onboarding reject " + run + " --reason \"…\""));
  }

  /// A person is also asked where nothing stands against the onboarding, when the mode says so.
  private static String lead(Verdict verdict) {
    return verdict == Verdict.PROCEED
        ? "Everything is in order. This system asks a person before every tenant, so the run waits"
            + " for your answer."
        : "Nothing blocks the onboarding, but the points below need a person's decision. Until then"
            + " the run waits.";
  }

  /// To the owner and CS: the tenant is there, and what comes next.
  public Email success(ReportInput input) {
    return internal(
        "success",
        input,
        "proceed",
        "Tenant is ready",
        "The customer's tenant was switched on, and the onboarding checklist has started.",
        List.of());
  }

  /// To the customer: no finding, no rule, nothing internal.
  public Email welcome(WelcomeInput input) {
    return new Email(
        "welcome",
        subject("Welcome, %s: your tenant is ready".formatted(Texts.name(input.accountName()))),
        templates.fill("welcome.html", Map.of("welcome", WelcomeView.of(input, Texts.HTML))),
        templates.fill("welcome.txt", Map.of("welcome", WelcomeView.of(input, Texts.PLAIN))));
  }

  /// To the customer: where to learn.
  public Email training(CustomerInput.Training input) {
    return new Email(
        "training",
        "Training for your team",
        templates.fill(
            "training.html", Map.of("training", new CustomerViews(Texts.HTML).of(input))),
        templates.fill(
            "training.txt", Map.of("training", new CustomerViews(Texts.PLAIN).of(input))));
  }

  /// To the customer: what is late.
  public Email reminder(CustomerInput.Late input) {
    var late = new CustomerViews(Texts.HTML).of(input);
    return new Email(
        "reminder",
        subject("%s: %s".formatted(late.headline(), Texts.name(input.task()))),
        templates.fill("reminder.html", Map.of("late", late)),
        templates.fill("reminder.txt", Map.of("late", new CustomerViews(Texts.PLAIN).of(input))));
  }

  private Email internal(
      String kind,
      ReportInput input,
      String tone,
      String headline,
      String lead,
      List<String> commands) {
    String account = ReportViews.accountOf(input.run());
    Map<String, Object> values =
        Map.of(
            "tone", tone,
            "headline", headline,
            "lead", lead,
            "commands", commands,
            "approved", approved(kind, input));
    return new Email(
        kind,
        subject("%s: onboarding of %s".formatted(headline, account)),
        templates.fill("email.html", with(values, input, Texts.HTML)),
        templates.fill("email.txt", with(values, input, Texts.PLAIN)));
  }

  /// Success in spite of warnings: a person has already decided, so nobody is asked again.
  private static boolean approved(String kind, ReportInput input) {
    return kind.equals("success") && input.decision().verdict() == Verdict.ESCALATE;
  }

  private static Map<String, Object> with(
      Map<String, Object> values, ReportInput input, Texts texts) {
    Map<String, Object> all = new HashMap<>(values);
    all.put("report", new ReportViews(texts).of(input));
    return all;
  }

  /// A line break in a name must not become a header, nor an address in it a link.
  private static String subject(String text) {
    return Texts.shortened(Texts.unlinked(Texts.clean(text)), SUBJECT_MOST);
  }
}
