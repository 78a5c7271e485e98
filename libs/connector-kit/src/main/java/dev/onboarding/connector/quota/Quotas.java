package dev.onboarding.connector.quota;

import dev.onboarding.connector.Bookkeeping;
import dev.onboarding.connector.CallSurroundings;
import dev.onboarding.connector.UpstreamLimits;
import dev.onboarding.connector.UpstreamResponse;
import java.util.Optional;
import java.util.function.Function;

/// The limits of external systems as all nodes share them, each in the form in which its vendor
/// counts.
public interface Quotas {

  /// Limits nothing and writes nothing down: for a connector that has no database.
  Quotas NONE =
      new Quotas() {
        @Override
        public Bookkeeping books() {
          return Bookkeeping.NONE;
        }

        @Override
        public Limit pool(
            String system, UpstreamLimits limits, PoolProperties pool, CallSurroundings around) {
          return Limit.NONE;
        }

        @Override
        public Limit rates(
            String system,
            RateProperties rates,
            Function<UpstreamResponse, Optional<RatesSaid>> headers,
            CallSurroundings around) {
          return Limit.NONE;
        }

        @Override
        public Limit allocation(
            String system,
            AllocationProperties allocation,
            Function<UpstreamResponse, Optional<Usage>> header,
            CallSurroundings around) {
          return Limit.NONE;
        }
      };

  /// Where chains tell what they do.
  Bookkeeping books();

  /// So many calls at once, of all nodes together: as many as `limits.permits` says.
  Limit pool(String system, UpstreamLimits limits, PoolProperties pool, CallSurroundings around);

  /// So many calls in an hour and in half a minute.
  ///
  /// @param headers what an answer says of both
  Limit rates(
      String system,
      RateProperties rates,
      Function<UpstreamResponse, Optional<RatesSaid>> headers,
      CallSurroundings around);

  /// An allocation that all users of the system draw on, and that only the system counts.
  ///
  /// @param header what an answer says of it
  Limit allocation(
      String system,
      AllocationProperties allocation,
      Function<UpstreamResponse, Optional<Usage>> header,
      CallSurroundings around);
}
