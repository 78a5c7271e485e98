package dev.onboarding.coordinator.report;

import org.jspecify.annotations.Nullable;

/// Turns what customers are told into text for one kind of target.
record CustomerViews(Texts texts) {

  /// The training mail as its templates print it.
  record Training(
      String account,
      String greeting,
      String tier,
      String login,
      String training,
      String correlation) {}

  /// The reminder as its templates print it.
  record Late(
      String headline, String account, String tenant, String task, String due, String days) {}

  Training of(CustomerInput.Training input) {
    return new Training(
        texts.named(input.accountName()),
        greeting(texts, input.personName()),
        texts.named(tier(input.tier())),
        texts.address(input.loginAddress()),
        texts.address(input.trainingAddress()),
        texts.shown(input.correlation()));
  }

  Late of(CustomerInput.Late input) {
    return new Late(
        input.escalated() ? "Overdue" : "Reminder",
        texts.named(input.accountName()),
        texts.shown(input.tenantId()),
        texts.named(input.task()),
        texts.shown(input.due()),
        input.days() == 1 ? "1 day" : input.days() + " days");
  }

  static String greeting(Texts texts, @Nullable String person) {
    return person == null || person.isBlank() ? "Hello" : "Hello " + texts.named(person);
  }

  /// As people write it, whatever the wire calls it.
  static String tier(String tier) {
    return Texts.capitalised(Texts.words(tier));
  }
}
