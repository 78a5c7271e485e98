package dev.onboarding.allinone.bench;

import dev.onboarding.allinone.client.SandboxControl;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Accounts that no run has seen yet: of ten, seven are in order, two need a person, one is
/// blocked.
final class FreshAccounts {

  private static final Map<String, Integer> OF_TEN =
      Map.of("ACME-001", 4, "GROWTH-005", 3, "GAMMA-003", 2, "BETA-002", 1);

  private final SandboxControl sandbox;
  private int told;

  FreshAccounts(SandboxControl sandbox) {
    this.sandbox = sandbox;
  }

  /// @param count a multiple of ten
  List<String> next(int count) {
    told++;
    List<String> keys = new ArrayList<>();
    OF_TEN.forEach((like, share) -> {
      var prefix = "BENCH-%d-%s-".formatted(told, like);
      keys.addAll(sandbox.accounts(prefix, count / 10 * share, Map.of("like", like)));
    });
    Collections.shuffle(keys, new Random(told));
    return keys;
  }
}
