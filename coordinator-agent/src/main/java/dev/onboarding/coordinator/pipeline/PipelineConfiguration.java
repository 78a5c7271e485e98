package dev.onboarding.coordinator.pipeline;

import com.github.kagkarlsson.scheduler.task.Task;
import dev.onboarding.adviser.FallbackAdviser;
import dev.onboarding.agentkit.NeededTools;
import dev.onboarding.agentkit.ToolServers;
import dev.onboarding.coordinator.docusign.RunEnvelopes;
import dev.onboarding.coordinator.effect.MailSettings;
import dev.onboarding.coordinator.effect.Outbox;
import dev.onboarding.coordinator.effect.SlackSettings;
import dev.onboarding.coordinator.govern.Documents;
import dev.onboarding.coordinator.ledger.RecordHeads;
import dev.onboarding.coordinator.report.Emails;
import dev.onboarding.coordinator.rule.RuleSet;
import dev.onboarding.coordinator.run.ParkedRuns;
import dev.onboarding.coordinator.run.Pauses;
import dev.onboarding.coordinator.run.Pipeline;
import dev.onboarding.coordinator.run.RunStores;
import dev.onboarding.coordinator.run.Versions;
import dev.onboarding.edge.EdgeProperties;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/// Assembles the pipeline and what its steps need.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({
  CompanySettings.class,
  SigningSettings.class,
  ReportSettings.class,
  WaitingSettings.class
})
public class PipelineConfiguration {

  @Bean
  RuleSet ruleSet() {
    return RuleSet.onboardingPolicy();
  }

  /// Needs the schema, hence the first parameter.
  @Bean
  RuleSets ruleSets(RunStores stores, JdbcClient jdbc, RuleSet active, Clock clock) {
    return new RuleSets(jdbc, active, RuleSet.onboardingPolicyText(), clock);
  }

  @Bean
  RuleDocuments ruleDocuments() {
    return new RuleDocuments();
  }

  @Bean
  ChecklistTemplates checklistTemplates(Documents documents, ToolServers servers, Clock clock) {
    return new ChecklistTemplates(documents, servers, clock);
  }

  @Bean
  Circumstances circumstances(CompanySettings company) {
    return new Circumstances(new TierChoice(company.tiers()));
  }

  @Bean
  Judge judge(RuleSets rules, Circumstances circumstances) {
    return new Judge(rules, circumstances);
  }

  @Bean
  Explanations explanations(RunStores stores, RuleSets rules, Circumstances circumstances) {
    return new Explanations(stores, rules, circumstances);
  }

  @Bean
  Versions versions(EdgeProperties server, RuleSet rules) {
    return new Versions(server.version(), rules.version(), rules.digest(), "fallback", List.of());
  }

  @Bean
  ReportFiles reportFiles(ReportSettings settings) {
    return new ReportFiles(settings.directory());
  }

  @Bean
  ReportInputs reportInputs(RunStores stores, Judge judge, CompanySettings company) {
    return new ReportInputs(stores, judge, company.publicUrl());
  }

  @Bean
  AdviceRows adviceRows(JdbcClient jdbc, JsonMapper json) {
    return new AdviceRows(jdbc, json);
  }

  @Bean
  ReportDesk reportDesk(
      RunStores stores,
      ReportInputs inputs,
      ReportFiles files,
      AdviceRows advice,
      JdbcClient jdbc,
      Clock clock) {
    return new ReportDesk(
        stores, new Reports(jdbc, clock), inputs, files, advice, new RecordHeads(jdbc));
  }

  @Bean
  NeededTools pipelineTools() {
    return NeededTools.together(
        Stream.of(EvidenceReader.NEEDED, ReadMany.NEEDED, Specialists.NEEDED, Provisioning.NEEDED));
  }

  @Bean
  ReadMany readMany(ToolServers servers, CompanySettings company, JsonMapper json) {
    var storable = new StorableAnswers(servers, json);
    return new ReadMany(storable, new Specialists(storable), company.zone());
  }

  @Bean
  EvidenceReader evidenceReader(ToolServers servers, CompanySettings company, JsonMapper json) {
    var storable = new StorableAnswers(servers, json);
    return new EvidenceReader(storable, new Specialists(storable), company.zone());
  }

  @Bean
  ReadAgain readAgain(
      EvidenceReader reader,
      Judge judge,
      RunStores stores,
      ObjectProvider<Pauses> pauses,
      WaitingSettings waiting,
      JsonMapper json,
      Clock clock) {
    return new ReadAgain(
        reader,
        judge,
        new Comparison(json),
        stores,
        pauses.getIfAvailable(() -> Pauses.NONE),
        waiting.evidenceAge(),
        clock);
  }

  @Bean
  RecordedEvidence recordedEvidence(RunStores stores, RunEnvelopes envelopes) {
    return new RecordedEvidence(stores.attempts(), stores.journal(), envelopes);
  }

  @Bean
  OnboardingPipeline.Judging judging(
      EvidenceReader reader,
      RunStores stores,
      RecordedEvidence evidence,
      Judge judge,
      LateAdvice late,
      WaitingSettings waiting,
      JsonMapper json) {
    return new OnboardingPipeline.Judging(
        new GatherEvidence(reader, evidence, waiting.serverPatience()),
        new JudgeEvidence(judge, new Fingerprint(json), stores.attempts(), json),
        new Advise(new FallbackAdviser(), late));
  }

  @Bean
  OnboardingPipeline.Waiting waiting(ReadAgain again, Telling telling, WaitingSettings settings) {
    return new OnboardingPipeline.Waiting(
        new AwaitUpstream(again, settings),
        new AwaitFact(again, settings),
        new AwaitAnswer(again, telling::remind, settings));
  }

  @Bean
  Telling telling(
      RunStores stores,
      Outbox outbox,
      SlackSettings slack,
      MailSettings mail,
      ReportInputs inputs,
      ReportDesk reports,
      ReportFiles files) {
    return new Telling(outbox, slack, mail, inputs, reports, files, stores.attempts());
  }

  @Bean
  TenantClaims tenantClaims(
      JdbcClient jdbc, RunStores stores, CompanySettings company, Clock clock) {
    return new TenantClaims(jdbc, stores, company.environment(), clock);
  }

  @Bean
  CustomerMail customerMail(Outbox outbox, ReportFiles files) {
    return new CustomerMail(outbox, files);
  }

  @Bean
  DecisionSigner decisionSigner(SigningSettings settings, Clock clock) {
    return DecisionSigner.from(settings, clock);
  }

  @Bean
  OnboardingPipeline.Acting acting(
      ToolServers servers,
      DecisionSigner signer,
      CompanySettings company,
      TenantClaims claims,
      ReadAgain again,
      CustomerMail mail,
      WaitingSettings waiting,
      ChecklistTemplates templates,
      JsonMapper json) {
    var provisioning = new Provisioning(new StorableAnswers(servers, json));
    var emails = new Emails();
    return new OnboardingPipeline.Acting(
        new SeeTenant(provisioning),
        new ConfirmEvidence(again),
        new LookForTenant(provisioning, claims, company.tenantPoll()),
        new CreateTenant(
            provisioning,
            signer,
            new TierChoice(company.tiers()),
            company.environment(),
            waiting.evidenceAge()),
        new SuspendTenant(provisioning, signer, company),
        new AwaitTenant(provisioning, company),
        new CreateChecklist(provisioning, templates),
        new CancelTasks(provisioning),
        new WelcomeCustomer(provisioning, signer, mail, emails),
        new SendTraining(mail, emails, company.trainingUrl()),
        new CompleteSystemTasks(provisioning, signer));
  }

  @Bean
  Pipeline pipeline(
      OnboardingPipeline.Judging judging,
      Telling telling,
      OnboardingPipeline.Waiting waiting,
      OnboardingPipeline.Acting acting) {
    return OnboardingPipeline.of(judging, telling, waiting, acting);
  }

  @Bean
  Task<?> alertParkedRuns(RunStores stores, Telling telling) {
    return ParkedRuns.alerting(stores, telling::alertParked);
  }
}
