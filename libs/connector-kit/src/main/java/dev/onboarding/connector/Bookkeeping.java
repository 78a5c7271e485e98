package dev.onboarding.connector;

/// Where the chain tells what it does. Neither waits nor fails: what is told here must not slow
/// down or break the call it is about.
public interface Bookkeeping {

  /// Tells nobody.
  Bookkeeping NONE =
      new Bookkeeping() {
        @Override
        public void exchanged(Exchange exchange) {}

        @Override
        public void changed(BreakerState breaker) {}
      };

  /// A request left, whatever came back.
  void exchanged(Exchange exchange);

  /// A breaker was made, or changed its state.
  void changed(BreakerState breaker);
}
