package dev.onboarding.testkit.contract;

import dev.onboarding.testkit.contract.Change.Kind;

/// Which side writes what a schema describes. What may be sent may only grow; what is read may only
/// become more certain.
enum Side {
  CALLER_SENDS(Kind.BREAKING, Kind.COMPATIBLE),
  CALLER_READS(Kind.COMPATIBLE, Kind.BREAKING);

  private final Kind narrower;
  private final Kind wider;

  Side(Kind narrower, Kind wider) {
    this.narrower = narrower;
    this.wider = wider;
  }

  /// Fewer values fit than before.
  Kind narrower() {
    return narrower;
  }

  /// More values fit than before.
  Kind wider() {
    return wider;
  }
}
