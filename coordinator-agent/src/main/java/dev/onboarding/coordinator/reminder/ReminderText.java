package dev.onboarding.coordinator.reminder;

import org.springframework.web.util.HtmlUtils;

/// What a reminder says.
final class ReminderText {

  private ReminderText() {}

  static String subject(Reminder reminder) {
    return "%s: %s".formatted(reminder.escalated() ? "Overdue" : "Reminder", reminder.title());
  }

  static String text(Reminder reminder) {
    return """
    Hello,

    the onboarding task "%s" was due on %s and is %s late.
    Account %s, tenant %s.

    Your customer success team
    """
        .formatted(
            reminder.title(),
            reminder.dueDate(),
            days(reminder),
            reminder.account(),
            reminder.tenantId());
  }

  static String html(Reminder reminder) {
    return """
    <!doctype html>
    <html lang="en">
    <head><meta charset="utf-8"><title>%s</title></head>
    <body>
    <p>Hello,</p>
    <p>the onboarding task <strong>%s</strong> was due on %s and is %s late.</p>
    <p>Account %s, tenant %s.</p>
    <p>Your customer success team</p>
    </body>
    </html>
    """
        .formatted(
            HtmlUtils.htmlEscape(subject(reminder)),
            HtmlUtils.htmlEscape(reminder.title()),
            reminder.dueDate(),
            days(reminder),
            HtmlUtils.htmlEscape(reminder.account()),
            HtmlUtils.htmlEscape(reminder.tenantId()));
  }

  static String slack(Reminder reminder) {
    return "%s Onboarding task \"%s\" of account %s (%s) was due on %s and is %s late."
        .formatted(
            reminder.escalated() ? ":rotating_light:" : ":alarm_clock:",
            escaped(reminder.title()),
            escaped(reminder.account()),
            escaped(reminder.owner()),
            reminder.dueDate(),
            days(reminder));
  }

  private static String days(Reminder reminder) {
    return reminder.daysLate() == 1 ? "1 day" : reminder.daysLate() + " days";
  }

  /// Slack's own three; everything else is plain text to it.
  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
