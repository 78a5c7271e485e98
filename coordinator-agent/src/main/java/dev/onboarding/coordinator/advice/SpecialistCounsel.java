package dev.onboarding.coordinator.advice;

import dev.onboarding.adviser.TermsAdvice;
import dev.onboarding.adviser.ask.Origin;
import dev.onboarding.adviser.ask.Reason;
import dev.onboarding.adviser.task.AdviceTask;
import dev.onboarding.agentkit.ToolServers;
import dev.onboarding.edge.EdgeJson;
import dev.onboarding.model.AccountContext;
import dev.onboarding.model.FailureException;
import dev.onboarding.model.finding.Assessment;
import dev.onboarding.model.finding.Assessments;
import dev.onboarding.model.finding.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Notes of a specialist agent on what it established, over its read-only `_advise` tool. It is
/// handed its own finding, so that no system is read again for the sake of advice.
final class SpecialistCounsel implements Counsel {

  private static final Logger LOG = LoggerFactory.getLogger(SpecialistCounsel.class);

  private final ToolServers servers;
  private final Specialist specialist;

  SpecialistCounsel(ToolServers servers, Specialist specialist) {
    this.servers = servers;
    this.specialist = specialist;
  }

  /// Who is asked, and about which of the assessments.
  enum Specialist {
    CONTRACT("contract", "contract_advise", "contract_terms", Assessments::contract),
    FINANCE("finance", "finance_advise", "invoice_terms", Assessments::invoice);

    private final String server;
    private final String tool;
    private final String task;
    private final Function<Assessments, Assessment<? extends Finding>> assessment;

    Specialist(
        String server,
        String tool,
        String task,
        Function<Assessments, Assessment<? extends Finding>> assessment) {
      this.server = server;
      this.tool = tool;
      this.task = task;
      this.assessment = assessment;
    }
  }

  @Override
  public List<String> tasks() {
    return List.of(specialist.task);
  }

  @Override
  public List<Piece> on(JudgedRun run) {
    var findings = specialist.assessment.apply(run.assessments()).findings();
    var account = run.account();
    if (account == null || findings.isEmpty()) {
      return List.of();
    }
    try {
      var question = new Question(account, findings.getFirst());
      return pieces(
          servers.call(specialist.server, specialist.tool, question, Notes.class).value());
    } catch (FailureException failed) {
      LOG.warn("{} gave no advice: {}", specialist.tool, failed.getMessage());
      return List.of(
          Piece.without(specialist.task, Origin.fallback(AdviceTask.TERMS, Reason.UNREACHABLE)));
    }
  }

  private List<Piece> pieces(Notes answer) {
    var advice = answer.advice();
    if (advice.origin().because() == Reason.NOT_CONFIGURED
        || advice.origin().because() == Reason.NOTHING_TO_SAY) {
      return List.of();
    }
    if (!advice.origin().fromModel()) {
      return List.of(Piece.without(specialist.task, advice.origin()));
    }
    var text = new ArrayList<String>();
    text.add(advice.summary());
    advice.notes().forEach(note -> text.add(note.term().replace('_', ' ') + ": " + note.says()));
    return List.of(
        new Piece(specialist.task, advice.origin(), text, EdgeJson.mapper().valueToTree(advice)));
  }

  private record Question(AccountContext account, Finding finding) {}

  private record Notes(TermsAdvice advice) {}
}
