package dev.onboarding.connector.quota;

import dev.onboarding.connector.Bookkeeping;
import dev.onboarding.connector.BreakerState;
import dev.onboarding.connector.CallSurroundings;
import dev.onboarding.connector.Exchange;
import dev.onboarding.connector.UpstreamLimits;
import dev.onboarding.connector.UpstreamResponse;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/// The limits as rows of the schema `quota`, and the books beside them, which are written once a
/// second.
public final class SharedQuotas implements Quotas, Bookkeeping, AutoCloseable {

  private static final String HOURLY = "hourly";
  private static final String DAILY = "daily";

  private final JdbcTemplate database;
  private final String node;
  private final Clock clock;
  private final ProxyManager<String> buckets;
  private final Ledger ledger;
  private final Gauges gauges;
  private final BreakerBoard breakers;
  private final List<SharedPool> pools = new CopyOnWriteArrayList<>();
  private final Keeper keeper;

  /// @param dataSource on a database whose schema `quota` is up to date
  /// @param node what tells this node from all others, and from itself before it was started anew
  public SharedQuotas(DataSource dataSource, String node, Clock clock, MeterRegistry meters) {
    this.database = new JdbcTemplate(dataSource);
    this.node = node;
    this.clock = clock;
    this.buckets =
        Bucket4jPostgreSQL.selectForUpdateBasedBuilder(dataSource)
            .primaryKeyMapper(PrimaryKeyMapper.STRING)
            .table("quota.buckets")
            .clientClock(new ClockMeter(clock))
            .build();
    this.ledger = new Ledger(database, clock);
    this.gauges = new Gauges(database, meters, clock);
    this.breakers = new BreakerBoard(database, node, clock);
    this.keeper =
        new Keeper(
            database,
            clock,
            List.of(ledger::write, gauges::write, breakers::write, this::renew),
            gauges::forecast);
  }

  @Override
  public Bookkeeping books() {
    return this;
  }

  /// How the breakers of this node stand.
  public List<BreakerState> breakers() {
    return breakers.states();
  }

  @Override
  public Limit pool(
      String system, UpstreamLimits limits, PoolProperties properties, CallSurroundings around) {
    var pool = new SharedPool(database, system, node, limits.permits(), properties);
    pools.add(pool);
    return new Limit(
        wire -> wire, next -> new WithinPool(next, system, pool, limits.permitWait(), around));
  }

  @Override
  public Limit rates(
      String system,
      RateProperties properties,
      Function<UpstreamResponse, Optional<RatesSaid>> headers,
      CallSurroundings around) {
    var rates = new SharedRates(buckets, system, properties, clock);
    return new Limit(
        wire ->
            new Heard<>(
                wire,
                headers,
                said -> {
                  rates.said(said);
                  RatesSaid.Rate hour = said.hourly();
                  var usage = new Usage(hour.limit() - hour.left(), hour.limit());
                  gauges.read(system, HOURLY, usage, 0, hour.resetsAt());
                }),
        next -> new WithinRates(next, system, rates));
  }

  @Override
  public Limit allocation(
      String system,
      AllocationProperties properties,
      Function<UpstreamResponse, Optional<Usage>> header,
      CallSurroundings around) {
    var allocation = new SharedAllocation(database, system, DAILY, properties, clock);
    return new Limit(
        wire ->
            new Heard<>(
                wire,
                header,
                usage -> {
                  allocation.said(usage);
                  gauges.read(system, DAILY, usage, properties.kept(usage.allowed()), null);
                }),
        next -> new WithinAllocation(next, system, allocation));
  }

  @Override
  public void exchanged(Exchange exchange) {
    ledger.add(exchange);
  }

  @Override
  public void changed(BreakerState breaker) {
    breakers.put(breaker);
  }

  /// Writes the books now, without waiting for their time.
  public void write() {
    keeper.keep();
  }

  private void renew() {
    pools.forEach(SharedPool::renew);
  }

  @Override
  public void close() {
    keeper.close();
    keeper.keep();
    breakers.clear();
  }

  /// The injected clock as the library wants it.
  private record ClockMeter(Clock clock) implements TimeMeter {

    @Override
    public long currentTimeNanos() {
      return clock.millis() * 1_000_000;
    }

    @Override
    public boolean isWallClockBased() {
      return true;
    }
  }
}
