package dev.onboarding.model.finding;

import java.util.List;

/// What an agent established about one subject: typed facts, their evidence, and one sentence in
/// plain words.
public sealed interface Finding
    permits AccountFinding,
        OpportunityFinding,
        OwnerFinding,
        ContractFinding,
        InvoiceFinding,
        LinkFinding {

  Domain domain();

  String sentence();

  List<Evidence> evidence();
}
