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
    String name = input.signatoryName();
    return new WelcomeView(
        texts.shown(input.accountName()),
        texts.shown(name == null || name.isBlank() ? "Hello" : "Hello " + name),
        texts.shown(input.tenantId()),
        texts.shown(input.tier()),
        Texts.link(input.loginAddress()),
        Texts.link(input.credentialsAddress()),
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
