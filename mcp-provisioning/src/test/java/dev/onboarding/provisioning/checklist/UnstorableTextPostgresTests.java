package dev.onboarding.provisioning.checklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.onboarding.model.ErrorType;
import dev.onboarding.model.FailureException;
import dev.onboarding.provisioning.support.TenantRows;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Text that no column can hold is the caller's mistake, and named as one.
class UnstorableTextPostgresTests {

  private static final String NUL = "a\u0000b";

  private final ChecklistFixture fixture = new ChecklistFixture();
  private final UUID tenant = fixture.tenant("GROWTH");

  @Test
  void isRefusedForAChecklist() {
    refused("account_name", () -> create(NUL, null));
    refused("customer_email", () -> create(null, NUL));
    refused("account_name", () -> create("half a pair \ud800", null));

    assertThat(fixture.store.count("checklists")).isZero();
  }

  @Test
  void isRefusedForATask() {
    String task = fixture.create(tenant, "GROWTH").tasks().get(4).taskId().toString();

    refused("note", () -> fixture.tools.update(task, null, NUL, null, fixture.key()));
    refused(
        "completed_by", () -> fixture.tools.complete(task, null, null, NUL, null, fixture.key()));
    refused("reason", () -> fixture.tools.cancel(task, null, NUL, fixture.key()));
    refused(
        "code",
        () -> fixture.tools.complete(null, tenant.toString(), NUL, "Grace", null, fixture.key()));
  }

  private void create(@Nullable String name, @Nullable String email) {
    fixture.tools.createChecklist(
        tenant.toString(),
        TenantRows.ACCOUNT,
        name,
        email,
        "GROWTH",
        "2030-05-06",
        "Europe/Berlin",
        null,
        fixture.key());
  }

  private static void refused(String argument, Runnable call) {
    FailureException thrown = catchThrowableOfType(FailureException.class, call::run);

    assertThat(thrown).as(argument).isNotNull();
    assertThat(thrown.failure().errorType()).isEqualTo(ErrorType.VALIDATION);
    assertThat(thrown.failure().errorCode()).isEqualTo("INVALID_CHARACTER");
    assertThat(thrown.failure().message()).contains(argument);
  }
}
