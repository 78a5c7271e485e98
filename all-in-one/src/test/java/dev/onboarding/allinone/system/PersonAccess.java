package dev.onboarding.allinone.system;

import dev.onboarding.allinone.client.Access;

/// Access to a system of the tests, with the password of its person at hand.
public final class PersonAccess {

  private PersonAccess() {}

  public static Access to(Ports ports, DataDirectory data) {
    return LocalAccess.to(ports, data)
        .withPerson(() -> LocalIdentity.secret(data.personPassword()));
  }
}
