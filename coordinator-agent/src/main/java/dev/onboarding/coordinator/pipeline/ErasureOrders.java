package dev.onboarding.coordinator.pipeline;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/// Signs the orders to erase a customer's personal data, so that the provisioning server can tell
/// them from anybody's claim.
public final class ErasureOrders {

  private final DecisionSigner signer;

  private ErasureOrders(DecisionSigner signer) {
    this.signer = signer;
  }

  public static ErasureOrders from(SigningSettings settings, Clock clock) {
    return new ErasureOrders(DecisionSigner.from(settings, clock));
  }

  /// @param accountId 18 characters
  /// @param erasure stands where a decision names its run
  public String sign(String accountId, UUID erasure, Instant now) {
    var order = new SignedOrder("erase_personal_data", accountId, Map.of());
    return signer.sign(
        order, erasure.toString(), Fingerprint.ofText(accountId + "/" + erasure), now);
  }
}
