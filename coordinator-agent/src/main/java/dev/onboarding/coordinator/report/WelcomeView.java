package dev.onboarding.coordinator.report;

/// The welcome as its templates print it; a link that is not there is empty.
record WelcomeView(
    String account,
    String greeting,
    String tenant,
    String tier,
    String login,
    String credentials,
    String contact,
    String correlation) {

  static WelcomeView of(WelcomeInput input, Texts texts) {
    return new WelcomeView(
        texts.named(input.accountName()),
        CustomerViews.greeting(texts, input.signatoryName()),
        texts.shown(input.tenantId()),
        texts.named(CustomerViews.tier(input.tier())),
        texts.address(input.loginAddress()),
        texts.address(input.credentialsAddress()),
        texts.shown(contact(input)),
        texts.shown(input.correlation()));
  }

  private static String contact(WelcomeInput input) {
    String name = input.contactName();
    String email = input.contactEmail();
    if (email == null || email.isBlank()) {
      return name == null ? "" : name;
    }
    return name == null || name.isBlank() ? email : "%s, %s".formatted(name, email);
  }
}
