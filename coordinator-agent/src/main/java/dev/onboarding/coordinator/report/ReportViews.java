package dev.onboarding.coordinator.report;

import dev.onboarding.adviser.Advice;
import dev.onboarding.coordinator.report.ReportView.ActionView;
import dev.onboarding.coordinator.report.ReportView.AdviceView;
import dev.onboarding.coordinator.report.ReportView.EffectView;
import dev.onboarding.coordinator.report.ReportView.FailureView;
import dev.onboarding.coordinator.report.ReportView.Fired;
import dev.onboarding.coordinator.report.ReportView.Line;
import dev.onboarding.coordinator.report.ReportView.Reason;
import dev.onboarding.coordinator.report.ReportView.ReasonsView;
import dev.onboarding.coordinator.report.ReportView.TaskView;
import dev.onboarding.coordinator.rule.Explained;
import dev.onboarding.coordinator.rule.ExplainedRow;
import dev.onboarding.coordinator.rule.SeenFact;
import dev.onboarding.model.decision.FiredRow;
import dev.onboarding.model.decision.Verdict;
import dev.onboarding.model.finding.Evidence;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Turns the input of a report into text for one kind of target.
record ReportViews(Texts texts) {

  private static final int DIGEST_SHOWN = 16;

  ReportView of(ReportInput input) {
    ReportInput.RunFacts run = input.run();
    Verdict verdict = input.decision().verdict();
    String account = accountOf(run);
    return new ReportView(
        "Onboarding of " + texts.shown(account),
        texts.shown(account),
        verdict.name(),
        headline(verdict),
        Texts.words(verdict),
        texts.code(run.id()),
        texts.code(run.correlation()),
        texts.address(run.address()),
        facts(input),
        input.decision().fired().stream().map(this::fired).toList(),
        reasons(input.explained()),
        advice(input.advice()),
        new DomainViews(texts).of(input.assessments()),
        input.timeline().stream().map(this::change).toList(),
        tenant(input.tenant()),
        input.tasks().stream().map(this::task).toList(),
        input.effects().stream().map(this::effect).toList(),
        input.versions().stream().map(this::version).toList());
  }

  CancelledView of(CancelledRun cancelled) {
    ReportInput.RunFacts run = cancelled.run();
    List<Line> facts = new ArrayList<>(facts(run));
    cancelled.versions().stream().map(this::version).forEach(facts::add);
    return new CancelledView(
        "Onboarding of " + texts.shown(accountOf(run)),
        run.attempt() > 1
            ? "Cancelled before it was judged again."
            : "Cancelled before it was judged.",
        texts.shown("By %s: %s".formatted(cancelled.person(), cancelled.reason())),
        texts.code(run.correlation()),
        facts,
        cancelled.timeline().stream().map(this::change).toList());
  }

  static String accountOf(ReportInput.RunFacts run) {
    return run.accountName() == null
        ? Texts.name(run.account())
        : "%s (%s)".formatted(Texts.name(run.accountName()), Texts.name(run.account()));
  }

  static String headline(Verdict verdict) {
    return switch (verdict) {
      case PROCEED -> "Go ahead";
      case ESCALATE -> "A person must decide";
      case BLOCK -> "Blocked";
    };
  }

  private List<Line> facts(ReportInput input) {
    List<Line> facts = new ArrayList<>();
    facts.add(line("Decision", input.decision().verdict()));
    facts.addAll(facts(input.run()));
    facts.add(
        new Line(
            "Rule set",
            texts.shown(input.decision().ruleSet()) + digest(input.decision().ruleSetDigest())));
    return facts;
  }

  private List<Line> facts(ReportInput.RunFacts run) {
    return List.of(
        line("Account", accountOf(run)),
        line("State", Texts.words(run.state())),
        coded("Run", run.id()),
        line("Attempt", run.attempt()),
        coded("Correlation id", run.correlation()),
        line("Source", run.source()),
        line("Mode", run.mode()),
        line("Started", run.startedAt()),
        line("Reported", run.reportedAt()));
  }

  Fired fired(FiredRow row) {
    return new Fired(
        texts.shown(row.rule()),
        texts.shown(row.domain()),
        row.tier().toString(),
        texts.shown(row.says()),
        texts.shown(row.owner()),
        texts.shown(row.remedy()));
  }

  private ReasonsView reasons(@Nullable Explained explained) {
    if (explained == null) {
      return new ReasonsView("", List.of());
    }
    var wayOut = explained.wayOut();
    return new ReasonsView(
        wayOut == null ? "" : texts.shown(wayOut.sentence()),
        explained.rows().stream().map(this::reason).toList());
  }

  private Reason reason(ExplainedRow row) {
    return new Reason(
        texts.shown(row.rule()),
        row.facts().stream().map(this::seen).toList(),
        row.evidence().stream().map(this::read).toList());
  }

  private Line seen(SeenFact fact) {
    String from = fact.from().isEmpty() ? "" : ", from " + String.join(", ", fact.from());
    return line(fact.name(), fact.shown() + from);
  }

  private String read(Evidence evidence) {
    return "%s at %s, call %s"
        .formatted(
            texts.shown(
                "%s of %s, by %s".formatted(evidence.record(), evidence.system(), evidence.tool())),
            texts.shown(evidence.readAt()),
            texts.code(String.valueOf(evidence.call())));
  }

  private AdviceView advice(Advice advice) {
    return new AdviceView(
        texts.shown(advice.source()),
        advice.riskLevel().toString(),
        texts.shown(advice.businessImpact()),
        texts.shown(advice.timeToResolve()),
        texts.shown(advice.summary()),
        advice.actions().stream()
            .map(action ->
                new ActionView(
                    texts.shown(action.priority()),
                    texts.shown(action.title()),
                    texts.shown(action.owner())))
            .toList(),
        advice.failures().stream().map(this::failure).toList());
  }

  private FailureView failure(Advice.ExplainedFailure failure) {
    return new FailureView(
        texts.shown(Texts.capitalised(failure.where())),
        texts.code(failure.errorType() + " / " + failure.errorCode()),
        texts.shown(failure.explanation()),
        texts.shown(failure.resolution()),
        texts.shown(failure.owner()));
  }

  private Line change(ReportInput.StateChange change) {
    String why = change.why() == null ? "" : ": " + change.why();
    return line(texts.shown(change.at()), Texts.words(change.state()) + why);
  }

  private List<Line> tenant(ReportInput.@Nullable Tenant tenant) {
    if (tenant == null) {
      return List.of();
    }
    List<Line> lines = new ArrayList<>();
    lines.add(coded("Tenant", tenant.id()));
    lines.add(line("Tier", CustomerViews.tier(tenant.tier())));
    if (tenant.loginAddress() != null) {
      lines.add(new Line("Login", texts.address(tenant.loginAddress())));
    }
    return List.copyOf(lines);
  }

  private TaskView task(ReportInput.Task task) {
    return new TaskView(
        texts.shown(task.number()),
        texts.shown(task.title()),
        texts.shown(Texts.words(task.owner())),
        texts.shown(Texts.words(task.state())),
        texts.shown(task.due()));
  }

  private EffectView effect(ReportInput.Effect effect) {
    return new EffectView(
        texts.code(effect.step()),
        texts.shown(effect.outcome()),
        texts.shown(effect.at()),
        texts.code(effect.key()));
  }

  private Line version(ReportInput.Version version) {
    String digest =
        version.digest() == null
            ? ""
            : digest(Texts.shortened(Texts.digest(version.digest()), DIGEST_SHOWN));
    return new Line(texts.shown(version.name()), texts.shown(version.version()) + digest);
  }

  private String digest(String digest) {
    return ", SHA-256 " + texts.code(Texts.digest(digest));
  }

  private Line coded(String label, Object value) {
    return new Line(texts.shown(label), texts.code(value));
  }

  private Line line(String label, Object value) {
    return new Line(texts.shown(label), texts.shown(value));
  }
}
