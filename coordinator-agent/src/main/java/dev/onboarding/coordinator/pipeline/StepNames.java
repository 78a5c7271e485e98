package dev.onboarding.coordinator.pipeline;

import dev.onboarding.adviser.Advice;
import dev.onboarding.coordinator.run.StepName;

/// The steps under the names they have in the journal; a name once used keeps its meaning.
public final class StepNames {

  public static final StepName<Gathered> GATHER = new StepName<>("gather_evidence", Gathered.class);
  public static final StepName<Judged> JUDGE = new StepName<>("judge_evidence", Judged.class);
  public static final StepName<Advice> ADVISE = new StepName<>("advise", Advice.class);
  public static final StepName<Awaited> AWAIT_FACT = new StepName<>("await_fact", Awaited.class);
  public static final StepName<Awaited> AWAIT_UPSTREAM =
      new StepName<>("await_upstream", Awaited.class);
  public static final StepName<Awaited> AWAIT_ANSWER =
      new StepName<>("await_answer", Awaited.class);
  public static final StepName<Confirmed> CONFIRM =
      new StepName<>("confirm_evidence", Confirmed.class);
  public static final StepName<TenantBefore> SEE_TENANT =
      new StepName<>("see_tenant", TenantBefore.class);
  public static final StepName<TenantBefore> TENANT_BEFORE =
      new StepName<>("look_for_tenant", TenantBefore.class);
  public static final StepName<TenantMade> TENANT =
      new StepName<>("create_tenant", TenantMade.class);
  public static final StepName<TenantMade> TENANT_READY =
      new StepName<>("await_tenant", TenantMade.class);
  public static final StepName<Checklist> CHECKLIST =
      new StepName<>("create_checklist", Checklist.class);
  public static final StepName<Told> WELCOME = new StepName<>("welcome_customer", Told.class);
  public static final StepName<Told> TRAINING = new StepName<>("send_training", Told.class);
  public static final StepName<Checklist> SYSTEM_TASKS =
      new StepName<>("complete_system_tasks", Checklist.class);

  /// What takes other steps back.
  public static final StepName<Undone> SUSPEND = new StepName<>("suspend_tenant", Undone.class);

  public static final StepName<Undone> CANCEL_TASKS = new StepName<>("cancel_tasks", Undone.class);

  private StepNames() {}

  /// The key as people may see it: who knows the key of a step that issues credentials has half of
  /// what it takes to ask for them again.
  public static String shownKey(String key) {
    return key.contains("/" + WELCOME) ? "kept back" : key;
  }
}
