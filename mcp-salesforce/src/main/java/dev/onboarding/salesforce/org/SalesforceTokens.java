package dev.onboarding.salesforce.org;

import dev.onboarding.connector.AccessToken;
import dev.onboarding.connector.JsonAnswers;
import dev.onboarding.connector.RotatingCredential;
import dev.onboarding.connector.TokenEndpoint;
import dev.onboarding.connector.TokenGrant;
import dev.onboarding.connector.TokenSource;
import dev.onboarding.connector.Upstream;
import dev.onboarding.model.ErrorType;
import dev.onboarding.model.Failure;
import dev.onboarding.model.FailureException;
import dev.onboarding.model.secret.Secret;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The client credentials flow. The answer names no end of the token's life: a 401 does.
record SalesforceTokens(
    Upstream authority,
    ClientCredentials client,
    RotatingCredential<Secret> secret,
    JsonAnswers answers)
    implements TokenSource {

  @Override
  public AccessToken fetch() {
    return secret.present(this::exchanged);
  }

  private AccessToken exchanged(Secret secret) {
    TokenGrant granted =
        new TokenEndpoint(authority, client.tokenEndpoint(), answers)
            .exchange(
                Map.of(
                    "grant_type", "client_credentials",
                    "client_id", client.clientId(),
                    "client_secret", secret.reveal()));
    return granted.untilRefused(instance(granted.answer().path("instance_url").stringValue(null)));
  }

  private URI instance(@Nullable String named) {
    if (named == null) {
      return client.base().uri();
    }
    try {
      URI instance = new URI(named);
      if (client.mayGoTo(instance)) {
        return instance;
      }
    } catch (URISyntaxException _) {
      // refused below like any other address that is not ours
    }
    throw new FailureException(
        new Failure(
            ErrorType.AUTHENTICATION,
            "FOREIGN_INSTANCE",
            null,
            "Salesforce named another host for its API than the one that was configured.",
            "Set SALESFORCE_BASE_URL to the org's My Domain, or allow the host in"
                + " salesforce.connection.instance-hosts.",
            ErrorType.AUTHENTICATION.owner()));
  }
}
