package dev.onboarding.agentkit;

import dev.onboarding.model.ErrorType;
import dev.onboarding.model.Failure;
import dev.onboarding.model.FailureException;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Whether one server has what this agent needs of it: looked up before the first call, whenever
/// another version answers, and again and again while something is lacking.
final class ServerContract {

  private static final Logger log = LoggerFactory.getLogger(ServerContract.class);

  private final String server;
  private final String agent;
  private final List<NeededTool> needed;
  private final Duration recheck;
  private final Clock clock;
  private final ReentrantLock looking = new ReentrantLock();
  private volatile @Nullable Seen seen;

  ServerContract(
      String server, String agent, List<NeededTool> needed, Duration recheck, Clock clock) {
    this.server = server;
    this.agent = agent;
    this.needed = List.copyOf(needed);
    this.recheck = recheck;
    this.clock = clock;
  }

  /// What was found.
  ///
  /// @param version name and version of the server, once it has answered a call
  /// @param lacks by tool, only those that lack something
  private record Seen(@Nullable String version, Instant at, Map<String, List<String>> lacks) {}

  /// @param listing asks the server for its tools
  /// @throws FailureException when the server is there and lacks what is needed of this tool
  void require(String tool, Supplier<List<Tool>> listing) {
    if (needed.isEmpty()) {
      return;
    }
    Seen current = current(listing);
    List<String> lacks = current == null ? null : current.lacks().get(tool);
    if (lacks != null) {
      throw new FailureException(lacking(tool, lacks));
    }
  }

  /// What another version answered is only read when that version has what is needed.
  void answered(String tool, @Nullable String version, Supplier<List<Tool>> listing) {
    Seen last = seen;
    if (needed.isEmpty() || version == null || last == null || version.equals(last.version())) {
      return;
    }
    if (last.version() == null) {
      seen = new Seen(version, last.at(), last.lacks());
      return;
    }
    log.info("{} is {} now, before {}", server, version, last.version());
    seen = null;
    require(tool, listing);
  }

  /// After a refusal or an answer that could not be read.
  void doubt() {
    seen = null;
  }

  /// Looks again where it is time to, and says what is lacking in plain words, by tool; nothing
  /// when the server is not reached.
  Optional<Map<String, List<String>>> lacks(Supplier<List<Tool>> listing) {
    return Optional.ofNullable(current(listing)).map(Seen::lacks);
  }

  private @Nullable Seen current(Supplier<List<Tool>> listing) {
    Seen last = seen;
    if (last != null && !isStale(last)) {
      return last;
    }
    looking.lock();
    try {
      last = seen;
      return last != null && !isStale(last) ? last : look(last, listing);
    } finally {
      looking.unlock();
    }
  }

  private boolean isStale(Seen last) {
    return !last.lacks().isEmpty() && last.at().plus(recheck).isBefore(clock.instant());
  }

  /// A server that is away says so when it is called.
  private @Nullable Seen look(@Nullable Seen last, Supplier<List<Tool>> listing) {
    try {
      Map<String, Tool> listed =
          listing.get().stream()
              .collect(Collectors.toMap(Tool::name, Function.identity(), (one, same) -> one));
      Map<String, List<String>> lacks = new TreeMap<>();
      for (NeededTool need : needed) {
        for (String lack : Lacks.of(need, listed.get(need.tool()))) {
          lacks.computeIfAbsent(need.tool(), tool -> new ArrayList<>()).add(lack);
        }
      }
      report(last, lacks);
      var found = new Seen(null, clock.instant(), Map.copyOf(lacks));
      seen = found;
      return found;
    } catch (FailureException away) {
      log.debug("{} could not be asked for its tools", server, away);
      return null;
    }
  }

  private void report(@Nullable Seen last, Map<String, List<String>> lacks) {
    if (!lacks.isEmpty() && (last == null || !last.lacks().equals(lacks))) {
      log.warn("{} lacks what {} needs: {}", server, agent, lacks);
    } else if (lacks.isEmpty() && last != null && !last.lacks().isEmpty()) {
      log.info("{} has what {} needs again", server, agent);
    }
  }

  private Failure lacking(String tool, List<String> lacks) {
    return new Failure(
        ErrorType.SERVER_ERROR,
        ServerAway.CONTRACT_LACKING,
        null,
        "%s needs %s of %s, and %s.".formatted(agent, tool, server, String.join(", ", lacks)),
        "Release a version of %s that has it; calls go on by themselves then.".formatted(server),
        "IT/DevOps");
  }
}
