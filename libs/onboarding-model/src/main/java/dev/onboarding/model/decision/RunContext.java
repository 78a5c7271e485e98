package dev.onboarding.model.decision;

import dev.onboarding.model.finding.Fact;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What a policy may ask about the run that it judges for, beside the findings. It is recorded with
/// the decision, which therefore follows from its record alone. It names no person.
///
/// A component that is added later is read as absent from older records, so it must allow that.
public record RunContext(
    @Fact(
            value = "How far the run may go by itself.",
            values = {"OBSERVE", "APPROVE_ALL", "ACT"})
        String mode,
    @Fact(
            "Who asked for the run: batch, api, assistant, demo, docusign, or the name of a webhook's sender.")
        String source,
    @Fact("Whether a batch asked for it.") boolean batch,
    @Fact("Which pass of the run this is; above one after something has changed.") int attempt,
    @Fact("Whether the account had a run before this one.") boolean repeated,
    @Fact("Day of the judgement, in the zone of the account.") LocalDate judgedOn,
    @Fact(
            value =
                "Tier that would be provisioned: the one the deal names, else the one its amount reaches; absent without a deal.",
            values = {"ENTERPRISE", "GROWTH", "STARTER"})
        @Nullable String tier) {}
