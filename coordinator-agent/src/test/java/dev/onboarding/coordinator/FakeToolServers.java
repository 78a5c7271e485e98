package dev.onboarding.coordinator;

import dev.onboarding.agentkit.ToolAnswer;
import dev.onboarding.agentkit.ToolServers;
import dev.onboarding.edge.EdgeJson;
import dev.onboarding.model.CallContext;
import java.lang.reflect.Type;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Servers played by hand: what each tool answers, what it was called with, and failures injected
/// before or after its work.
public final class FakeToolServers implements ToolServers {

  private final JsonMapper json = EdgeJson.mapper();
  private final Clock clock;
  private final Map<String, Function<JsonNode, Object>> tools = new ConcurrentHashMap<>();
  private final Map<String, Queue<Optional<RuntimeException>>> before = new ConcurrentHashMap<>();
  private final Map<String, RuntimeException> after = new ConcurrentHashMap<>();
  private final Map<String, CyclicBarrier> meetings = new ConcurrentHashMap<>();
  private final List<Call> calls = new CopyOnWriteArrayList<>();

  public FakeToolServers(Clock clock) {
    this.clock = clock;
  }

  /// One call as the server saw it.
  public record Call(
      String tool, JsonNode arguments, @Nullable String run, @Nullable String correlation) {

    public String text(String field) {
      return arguments.path(field).asString("");
    }
  }

  public void on(String tool, Function<JsonNode, Object> answer) {
    tools.put(tool, answer);
  }

  /// The next call of the tool fails before it does anything.
  public void failBefore(String tool, RuntimeException failure) {
    before.put(tool, new ConcurrentLinkedQueue<>(List.of(Optional.of(failure))));
  }

  /// The next call of the tool fails so, the one after it does not, and the third fails again.
  public void failOnAndOff(String tool, RuntimeException failure) {
    before.put(
        tool,
        new ConcurrentLinkedQueue<>(
            List.of(Optional.of(failure), Optional.empty(), Optional.of(failure))));
  }

  /// The next call of the tool does its work, and its answer is lost.
  public void failAfter(String tool, RuntimeException failure) {
    after.put(tool, failure);
  }

  /// The first call under the correlation id waits until so many others wait as well.
  public void meet(String correlation, CyclicBarrier others) {
    meetings.put(correlation, others);
  }

  private void meetOthers(@Nullable String correlation) {
    var meeting = correlation == null ? null : meetings.remove(correlation);
    if (meeting != null) {
      try {
        meeting.await(10, TimeUnit.SECONDS);
      } catch (InterruptedException | BrokenBarrierException | TimeoutException alone) {
        throw new IllegalStateException("The others did not come", alone);
      }
    }
  }

  public List<Call> calls(String tool) {
    return calls.stream().filter(call -> call.tool().equals(tool)).toList();
  }

  public List<Call> calls(String tool, String correlation) {
    return calls(tool).stream().filter(call -> correlation.equals(call.correlation())).toList();
  }

  public List<Call> callsFor(String correlation) {
    return calls.stream().filter(call -> correlation.equals(call.correlation())).toList();
  }

  @Override
  public ToolAnswer<Object> call(String server, String tool, Object arguments, Type type) {
    var early = before.getOrDefault(tool, new ConcurrentLinkedQueue<>()).poll();
    if (early != null && early.isPresent()) {
      throw early.get();
    }
    JsonNode asked = json.valueToTree(arguments);
    var context = CallContext.current();
    meetOthers(context.correlation());
    calls.add(new Call(tool, asked, context.run(), context.correlation()));
    var answering = tools.get(tool);
    if (answering == null) {
      throw new IllegalStateException("Nobody plays " + tool);
    }
    JsonNode answer = json.valueToTree(answering.apply(asked));
    var late = after.remove(tool);
    if (late != null) {
      throw late;
    }
    return new ToolAnswer<>(
        json.convertValue(answer, json.getTypeFactory().constructType(type)),
        tool,
        "call-" + calls.size(),
        clock.instant(),
        "digest",
        server + "/fake");
  }
}
