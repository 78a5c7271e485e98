package dev.onboarding.sandbox.fault;

import dev.onboarding.sandbox.story.Stories;
import dev.onboarding.sandbox.story.Told;
import dev.onboarding.sandbox.wire.Answer;
import dev.onboarding.sandbox.wire.Call;
import dev.onboarding.sandbox.wire.ExternalSystem;
import dev.onboarding.sandbox.wire.Pause;
import dev.onboarding.sandbox.wire.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The faults of one system, in force now.
public final class Faults {

  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9._-]+");

  private record Armed(int index, FaultRule rule, AtomicInteger left, AtomicInteger struck) {}

  private record Current(FaultPlan plan, List<Armed> rules, Chance chance, Holds holds) {}

  private final ExternalSystem system;
  private final Stories stories;
  private volatile Current current = armed(FaultPlan.NONE);

  public Faults(ExternalSystem system, Stories stories) {
    this.system = system;
    this.stories = stories;
  }

  public FaultPlan plan() {
    return current.plan();
  }

  /// @throws IllegalArgumentException when the plan sets a limit the system does not have, or asks
  ///   something that is no language model to go wrong as one
  public void plan(FaultPlan plan) {
    Integer limit = plan.limit();
    if (!system.limit(limit == null ? 0 : limit) && limit != null) {
      throw new IllegalArgumentException(system.name() + " has no limit to set");
    }
    for (FaultRule rule : plan.rules() == null ? List.<FaultRule>of() : plan.rules()) {
      if (rule.kind().oddity().filter(oddity -> !system.knows(oddity)).isPresent()) {
        throw new IllegalArgumentException(
            "%s is no language model; it cannot show %s".formatted(system.name(), rule.kind()));
      }
    }
    Current before = current;
    current = armed(plan);
    before.holds().release();
  }

  /// How many calls each rule of the plan has struck, in the plan's order.
  public List<Integer> struck() {
    return current.rules().stream().map(armed -> armed.struck().get()).toList();
  }

  /// The kinds of the calls that are held now.
  public List<String> held() {
    return current.holds().held();
  }

  /// What is in force, in a few words; empty when nothing is.
  public String summary() {
    FaultPlan plan = current.plan();
    var words = new ArrayList<String>();
    if (plan.latency() > 0) {
      words.add(plan.latency() + " ms");
    }
    current.rules().forEach(armed -> words.add(armed.rule().kind().toString()));
    return String.join(", ", words);
  }

  public void clear() {
    plan(FaultPlan.NONE);
  }

  /// The system's answer, or what becomes of it.
  public Answer answer(Call call) {
    Current now = current;
    Pause.millis(now.plan().latency());
    FaultRule rule = struck(now, call);
    return rule == null ? system.answer(call) : faulty(now, rule, call);
  }

  /// The first rule that strikes; rules of latency only delay and let the next ones try.
  private @Nullable FaultRule struck(Current now, Call call) {
    boolean token = system.isTokenCall(call);
    for (Armed armed : now.rules()) {
      if (concerns(armed.rule(), call, token) && falls(now, armed, call, token)) {
        if (armed.rule().kind() != FaultRule.Kind.LATENCY) {
          return armed.rule();
        }
        Integer millis = armed.rule().latencyMs();
        Pause.millis(millis == null ? 0 : millis);
      }
    }
    return null;
  }

  private static boolean falls(Current now, Armed armed, Call call, boolean token) {
    double chance = armed.rule().chance();
    boolean falls =
        chance >= 1 || now.chance().next(now.plan().dice(), armed.index(), call, token) < chance;
    boolean strikes = falls && armed.left().getAndUpdate(left -> Math.max(0, left - 1)) > 0;
    if (strikes) {
      armed.struck().incrementAndGet();
    }
    return strikes;
  }

  private boolean concerns(FaultRule rule, Call call, boolean token) {
    String part = rule.pathContains();
    String operation = rule.operation();
    boolean kind = operation == null || operation.equals(system.operation(call));
    boolean path =
        kind && (part == null ? !token || operation != null : call.path().contains(part));
    String account = rule.account();
    return path && (account == null || names(call, account));
  }

  private boolean names(Call call, String account) {
    Set<String> words = stories.find(account).map(Told::identifiers).orElse(Set.of(account));
    String text = Call.decoded(call.path()) + " " + Call.decoded(call.query()) + " " + call.text();
    return WORD.matcher(text)
        .results()
        .map(match -> match.group().replaceAll("\\.+$", ""))
        .anyMatch(words::contains);
  }

  private Answer faulty(Current now, FaultRule rule, Call call) {
    Integer asked = rule.status();
    int status = asked == null ? 0 : asked;
    return switch (rule.kind()) {
      case CUT -> system.answer(call).delivered(Answer.Delivery.CUT);
      case SLOW_BODY -> system.answer(call).delivered(Answer.Delivery.DRIBBLED);
      case GARBAGE -> Garbage.insteadOf(system.answer(call), call);
      case UNAUTHORIZED -> refused(rule, call, Refusal.UNAUTHORIZED, status);
      case FORBIDDEN -> refused(rule, call, Refusal.FORBIDDEN, status);
      case BAD_REQUEST -> refused(rule, call, Refusal.BAD_REQUEST, status);
      case THROTTLED -> refused(rule, call, Refusal.THROTTLED, status);
      case SERVER_ERROR -> refused(rule, call, Refusal.SERVER_ERROR, status);
      case UNAVAILABLE -> refused(rule, call, Refusal.UNAVAILABLE, status);
      case HOLD -> held(now.holds(), rule, call, status);
      case LATENCY -> throw new IllegalStateException("latency is no answer");
      case REFUSAL,
          CUT_OFF,
          MALFORMED,
          SCHEMA_VIOLATION,
          EMPTY,
          FLOOD,
          FOREIGN_LANGUAGE,
          CONTRADICTION,
          OBEY_ATTACKER ->
          system.oddly(call, rule.kind().oddity().orElseThrow());
    };
  }

  /// Without a status the call goes on once it is let go; with one it is refused.
  private Answer held(Holds holds, FaultRule rule, Call call, int status) {
    Answer early = rule.afterEffect() ? system.answer(call) : null;
    holds.await(system.operation(call));
    if (status != 0) {
      return system.refuse(call, Refusal.UNAVAILABLE, status);
    }
    return early == null ? system.answer(call) : early;
  }

  private Answer refused(FaultRule rule, Call call, Refusal refusal, int status) {
    if (rule.afterEffect()) {
      system.answer(call);
    }
    return system.refuse(call, refusal, status);
  }

  private static Current armed(FaultPlan plan) {
    var rules = new ArrayList<Armed>();
    for (FaultRule rule : plan.rules() == null ? List.<FaultRule>of() : plan.rules()) {
      Integer times = rule.times();
      rules.add(
          new Armed(
              rules.size(),
              rule,
              new AtomicInteger(times == null ? Integer.MAX_VALUE : times),
              new AtomicInteger()));
    }
    return new Current(plan, List.copyOf(rules), new Chance(), new Holds());
  }
}
