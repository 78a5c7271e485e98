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
  private int rounds;
  private int last;

  FreshAccounts(SandboxControl sandbox) {
    this.sandbox = sandbox;
  }

  /// Those handed out before leave the outside world, whose searches would grow with them.
  ///
  /// @param count a multiple of ten
  List<String> next(int count) {
    OF_TEN.keySet().forEach(kind -> told(kind, last, "MISSING-999"));
    rounds++;
    last = count;
    List<String> keys = new ArrayList<>();
    OF_TEN.keySet().forEach(kind -> keys.addAll(told(kind, count, kind)));
    Collections.shuffle(keys, new Random(rounds));
    return keys;
  }

  private List<String> told(String kind, int count, String like) {
    int share = count / 10 * OF_TEN.getOrDefault(kind, 0);
    var prefix = "BENCH-%d-%s-".formatted(rounds, kind);
    return share == 0 ? List.of() : sandbox.accounts(prefix, share, Map.of("like", like));
  }
}
