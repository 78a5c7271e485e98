package dev.onboarding.adviser;

import dev.onboarding.adviser.Advice.Action;
import dev.onboarding.adviser.Advice.ExplainedFailure;
import dev.onboarding.adviser.Readers.RiskWords;
import dev.onboarding.adviser.Readers.TermsWords;
import dev.onboarding.adviser.ask.Inquiry;
import dev.onboarding.adviser.shield.Dossier;
import dev.onboarding.adviser.shield.Sentences;
import dev.onboarding.adviser.task.AdviceTask;
import java.util.List;

/// What is asked for each task: by which prompt, about what, how long, and how it is read.
final class Inquiries {

  private static final int SHORT = 300;
  private static final int LONG = 800;

  private Inquiries() {}

  static Inquiry<RiskWords> risk(AdviceRequest request) {
    Dossier dossier = Dossiers.of(AdviceTask.RISK, request);
    return inquiry(
        AdviceTask.RISK,
        request.context(),
        dossier,
        SHORT,
        answer -> Readers.risk(answer, request, sentences(dossier)));
  }

  static Inquiry<String> summary(AdviceRequest request) {
    Dossier dossier = Dossiers.of(AdviceTask.SUMMARY, request);
    return inquiry(
        AdviceTask.SUMMARY,
        request.context(),
        dossier,
        SHORT * 2,
        answer -> Readers.summary(answer, request, sentences(dossier)));
  }

  static Inquiry<List<Action>> actions(AdviceRequest request) {
    Dossier dossier = Dossiers.of(AdviceTask.ACTIONS, request);
    return inquiry(
        AdviceTask.ACTIONS,
        request.context(),
        dossier,
        LONG,
        answer -> Readers.actions(answer, request, sentences(dossier)));
  }

  static Inquiry<List<ExplainedFailure>> failures(
      AdviceRequest request, List<ExplainedFailure> ours) {
    Dossier dossier = Dossiers.of(AdviceTask.FAILURES, request);
    return inquiry(
        AdviceTask.FAILURES,
        request.context(),
        dossier,
        LONG,
        answer -> Readers.failures(answer, ours, sentences(dossier)));
  }

  static Inquiry<TermsWords> terms(TermsRequest request) {
    Dossier dossier = Dossiers.of(request);
    return inquiry(
        AdviceTask.TERMS,
        request.context(),
        dossier,
        LONG,
        answer -> Readers.terms(answer, request, sentences(dossier)));
  }

  private static <T> Inquiry<T> inquiry(
      AdviceTask task,
      AdviceContext context,
      Dossier dossier,
      int mostTokens,
      Inquiry.Reader<T> reader) {
    return new Inquiry<>(
        task, context.prompts().of(task), context.run(), dossier, mostTokens, reader);
  }

  private static Sentences sentences(Dossier dossier) {
    return new Sentences(dossier.mask(), dossier.evidence());
  }
}
